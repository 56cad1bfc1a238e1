package nl.kindcheck.service.units;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.fhir.BundlePage;
import nl.kindcheck.fhir.UnreadableResource;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.epd.EpdReading;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The units as the EPD has them: its organisations, locations, services and care teams. All of it
 * or nothing: half an answer would end the units of the other half.
 */
@Component
class UnitsInEpd {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int MOST_PAGES = 50;
  private static final int LONGEST_NAME = 100;

  /** Care teams of patients are none of ours to read. */
  private static final Map<String, String> SEARCHES =
      Map.of(
          "Organization", "Organization?_count=200",
          "Location", "Location?_count=200",
          "HealthcareService", "HealthcareService?_count=200",
          "CareTeam", "CareTeam?subject:missing=true&_count=200");

  private static final List<String> ORDER =
      List.of("Organization", "Location", "HealthcareService", "CareTeam");

  private final EpdConnections connections;
  private final EpdReading reading;
  private final Organisations organisations;

  UnitsInEpd(EpdConnections connections, EpdReading reading, Organisations organisations) {
    this.connections = connections;
    this.reading = reading;
    this.organisations = organisations;
  }

  /**
   * Reads them.
   *
   * @throws Refused 409 where no EPD is registered, 502 where it does not give everything
   */
  List<Unit> read(TenantId tenant) {
    String code = organisations.byTenant(tenant).code();
    EpdConnections.Connection epd =
        connections
            .byOrganisation(code)
            .orElseThrow(() -> new Refused(HttpStatus.CONFLICT, "units.no-epd", null));
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (String type : ORDER) {
      for (JsonNode resource : all(epd, type)) {
        String id = resource.path("id").asString("");
        if (resource.path("resourceType").asString("").equals(type)
            && id.matches("[A-Za-z0-9.-]{1,64}")
            && isThere(resource)) {
          found.putIfAbsent(type + "/" + id, resource);
        }
      }
    }
    return found.entrySet().stream().map(e -> unit(e.getKey(), e.getValue(), found)).toList();
  }

  private List<JsonNode> all(EpdConnections.Connection epd, String type) {
    List<JsonNode> resources = new ArrayList<>();
    String path = SEARCHES.get(type);
    for (int page = 0; path != null; page++) {
      if (page == MOST_PAGES) {
        throw new Refused(HttpStatus.BAD_GATEWAY, "units.epd-too-much", null);
      }
      BundlePage bundle = page(epd, path);
      if (bundle == null) {
        return List.of();
      }
      resources.addAll(bundle.resources());
      path = bundle.next();
    }
    return resources;
  }

  /** A page; null where the EPD does not have the type at all. */
  private @Nullable BundlePage page(EpdConnections.Connection epd, String path) {
    try {
      BundlePage page = BundlePage.of(reading.read(epd.fhirServer(), path, null, WITHIN).join());
      if (page.kind() == BundlePage.Kind.BUNDLE) {
        return page;
      }
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof EpdReading.Unavailable fault)) {
        throw e;
      }
      if (fault.status() == HttpStatus.NOT_FOUND.value()) {
        return null;
      }
      boolean refused =
          fault.status() == HttpStatus.UNAUTHORIZED.value()
              || fault.status() == HttpStatus.FORBIDDEN.value();
      throw new Refused(
          HttpStatus.BAD_GATEWAY, refused ? "units.epd-refused" : "units.epd-away", null);
    } catch (UnreadableResource notFhir) {
      // Said below.
    }
    throw new Refused(HttpStatus.BAD_GATEWAY, "units.epd-unreadable", null);
  }

  private static boolean isThere(JsonNode resource) {
    String status = resource.path("status").asString("active");
    return !resource.has("subject")
        && resource.path("active").asBoolean(true)
        && (status.equals("active") || status.equals("suspended"));
  }

  private static Unit unit(String code, JsonNode resource, Map<String, JsonNode> found) {
    String name = resource.path("name").asString("").strip();
    boolean fit = !name.isEmpty() && name.length() <= LONGEST_NAME && !Bsn.hiddenIn(name);
    String type = code.substring(0, code.indexOf('/'));
    return new Unit(code, fit ? name : code, kind(type), partOf(type, resource, found), null, null);
  }

  private static Unit.Kind kind(String type) {
    return switch (type) {
      case "Organization" -> Unit.Kind.ORGANISATION;
      case "Location" -> Unit.Kind.LOCATION;
      case "HealthcareService" -> Unit.Kind.SERVICE;
      default -> Unit.Kind.TEAM;
    };
  }

  private static @Nullable String partOf(
      String type, JsonNode resource, Map<String, JsonNode> found) {
    JsonNode partOf = resource.path("partOf");
    JsonNode at =
        switch (type) {
          case "Organization" -> partOf;
          case "Location" ->
              partOf.isMissingNode() ? resource.path("managingOrganization") : partOf;
          case "HealthcareService" -> resource.path("providedBy");
          default -> resource.path("managingOrganization").path(0);
        };
    String reference = at.path("reference").asString("");
    return found.containsKey(reference) ? reference : null;
  }
}
