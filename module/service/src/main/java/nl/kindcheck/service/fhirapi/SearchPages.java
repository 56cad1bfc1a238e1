package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.BundleProviderWithNamedPages;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Grant;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of searches. Each page is a query of its own, in a transaction in which the tenant is set;
 * what the next page needs stands in its link, signed, so that nothing is kept between the two.
 */
@Component
class SearchPages implements IPagingProvider {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final String SEARCH = "page";

  /** Among the parameters of a page that is to hold nothing that is shielded; no caller's. */
  static final String SHIELDING = "~shielding";

  /** What a search adds itself, so that its pages do not shift. */
  static final String UNTIL = "until";

  private final ObjectProvider<Search> searches;
  private final TenantSql sql;
  private final CurrentAccess access;
  private final JsonMapper json = new JsonMapper();
  private final PageKeys keys;

  SearchPages(ObjectProvider<Search> searches, TenantSql sql, CurrentAccess access, PageKeys keys) {
    this.searches = searches;
    this.sql = sql;
    this.access = access;
    this.keys = keys;
  }

  /** A search of one resource type. */
  interface Search {

    String type();

    /** The parameter by which the search is narrowed to a patient. */
    default String patientParameter() {
      return "patient";
    }

    /**
     * One page.
     *
     * @param parameters by name; those that were not given are absent
     * @param count how many at most
     */
    List<? extends IBaseResource> page(
        TenantId tenant, Map<String, String> parameters, int offset, int count);
  }

  private record Cursor(String type, Map<String, String> parameters, int offset, int count) {

    Cursor with(Map<String, String> others) {
      return new Cursor(type, others, offset, count);
    }
  }

  /**
   * The first page.
   *
   * @param parameters by name; null values are left out
   */
  IBundleProvider first(
      String type, Map<String, @Nullable String> parameters, @Nullable Integer count) {
    Map<String, String> given = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (value != null) {
            given.put(name, value);
          }
        });
    int size = count == null ? USUAL : Math.max(1, Math.min(count, MOST));
    return page(new Cursor(type, given, 0, size), access.grant(Interaction.SEARCH, type));
  }

  private IBundleProvider page(Cursor asked, Grant grant) {
    Doing.does(Deed.search(asked.type(), given(asked.parameters())));
    Search search =
        searches.stream()
            .filter(s -> s.type().equals(asked.type()))
            .findFirst()
            .orElseThrow(Ids::notFound);
    Map<String, String> narrowed = narrowed(asked.parameters(), search.patientParameter(), grant);
    String patient = narrowed.get(search.patientParameter());
    if (grant.onlyPatient().filter(only -> !only.equals(patient)).isPresent()) {
      // Not even how many there are.
      return new SimpleBundleProvider(List.of());
    }
    return found(search, asked.with(narrowed), grant);
  }

  /** Whoever reaches one patient alone searches there, and finds nothing of another. */
  private static Map<String, String> narrowed(
      Map<String, String> parameters, String patientParameter, Grant grant) {
    Map<String, String> narrowed = new TreeMap<>(parameters);
    // By what is granted now, and not by what was when the link to this page was made.
    narrowed.remove(SHIELDING);
    if (grant.isShielding()) {
      narrowed.put(SHIELDING, "true");
    }
    grant.onlyPatient().ifPresent(patient -> narrowed.putIfAbsent(patientParameter, patient));
    return narrowed;
  }

  private IBundleProvider found(Search search, Cursor cursor, Grant grant) {
    TenantId tenant = grant.tenant();
    List<? extends IBaseResource> oneMore =
        sql.inTransaction(
            tenant,
            () -> search.page(tenant, cursor.parameters(), cursor.offset(), cursor.count() + 1));
    boolean more = oneMore.size() > cursor.count();
    List<? extends IBaseResource> all = more ? oneMore.subList(0, cursor.count()) : oneMore;
    List<IBaseResource> here =
        all.stream()
            .filter(resource -> ScopeQueries.mayLeave(grant, resource))
            .<IBaseResource>map(resource -> resource)
            .toList();
    BundleProviderWithNamedPages page =
        new BundleProviderWithNamedPages(here, SEARCH, sign(tenant, cursor), null);
    if (more) {
      page.setNextPageId(
          sign(
              tenant,
              new Cursor(
                  cursor.type(),
                  cursor.parameters(),
                  cursor.offset() + cursor.count(),
                  cursor.count())));
    }
    return page;
  }

  private static List<String> given(Map<String, String> parameters) {
    return parameters.keySet().stream().filter(name -> !name.equals(UNTIL)).toList();
  }

  private String sign(TenantId tenant, Cursor cursor) {
    byte[] body = json.writeValueAsString(cursor).getBytes(UTF_8);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(body) + "." + encoder.encodeToString(keys.sign(tenant, body));
  }

  @Override
  public @Nullable IBundleProvider retrieveResultList(
      RequestDetails request, String searchId, String pageId) {
    TenantId tenant = access.organisation();
    String[] parts = pageId.split("\\.", 2);
    try {
      byte[] body = Base64.getUrlDecoder().decode(parts[0]);
      byte[] signature = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
      if (searchId.equals(SEARCH) && MessageDigest.isEqual(signature, keys.sign(tenant, body))) {
        Cursor cursor = json.readValue(body, Cursor.class);
        String path = "/fhir/" + cursor.type();
        return page(cursor, access.grantAt(path, Interaction.SEARCH, cursor.type()));
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // Not one of our links: answered like one that is no longer good.
    }
    throw new Refused(HttpStatus.GONE, "fhir.page-gone", "_pageId");
  }

  @Override
  public @Nullable IBundleProvider retrieveResultList(RequestDetails request, String searchId) {
    throw new Refused(HttpStatus.GONE, "fhir.page-gone", "_getpages");
  }

  /** True, or FHIR's own server would page by an offset that it expects us to read. */
  @Override
  public boolean canStoreSearchResults() {
    return true;
  }

  @Override
  public int getDefaultPageSize() {
    return USUAL;
  }

  @Override
  public int getMaximumPageSize() {
    return MOST;
  }

  @Override
  public @Nullable String storeResultList(RequestDetails request, IBundleProvider results) {
    return null;
  }
}
