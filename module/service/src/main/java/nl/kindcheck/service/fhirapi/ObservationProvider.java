package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.StatementViews;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The statements of a patient's record, each as an Observation; a corrected one stays readable as
 * entered in error.
 */
@Component
public class ObservationProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "Observation";

  private final FamilyReading reading;
  private final SearchPages pages;

  ObservationProvider(FamilyReading reading, SearchPages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Observation.class;
  }

  @Read
  public Observation read(@IdParam IdType id) {
    StatementId statement = new StatementId(Ids.uuid(id));
    return reading
        .read(TYPE, tenant -> record -> record.byStatement(tenant, statement))
        .flatMap(
            found ->
                found.statements().stream()
                    .filter(s -> s.id().equals(statement))
                    .map(s -> view(s, found, found.corrected()))
                    .findFirst())
        .orElseThrow(Ids::notFound);
  }

  private static Observation view(
      Statement s, FamilyReading.Found found, Set<StatementId> corrected) {
    return StatementViews.observation(s, found.head().patient(), corrected.contains(s.id()));
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "subject") @Nullable ReferenceParam subject,
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "focus") @Nullable ReferenceParam focus,
      @OptionalParam(name = "code") @Nullable TokenParam code,
      @OptionalParam(name = "date") @Nullable DateRangeParam date,
      @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("subject", Ids.patient(patient, subject));
    parameters.put("focus", Ids.reference("focus", focus, "RelatedPerson"));
    parameters.put("code", code == null ? null : topic(code));
    LocalDate from = Days.from(date);
    LocalDate to = Days.to(date);
    parameters.put("from", from == null ? null : from.toString());
    parameters.put("to", to == null ? null : to.toString());
    return pages.first(TYPE, parameters, count);
  }

  private static @Nullable String topic(TokenParam code) {
    boolean ours =
        code.getSystem() == null || code.getSystem().equals(Canonical.codeSystem("topic"));
    if (!ours) {
      throw new Refused(HttpStatus.BAD_REQUEST, "fhir.unknown-system", "code");
    }
    return Ids.code("code", code);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String patientParameter() {
    return "subject";
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    Predicate<Statement> wanted = wanted(parameters);
    return reading.ofPatient(tenant, Ids.required(parameters, "subject"), parameters).stream()
        .flatMap(
            found -> {
              Set<StatementId> corrected = found.corrected();
              return found.statements().stream().filter(wanted).map(s -> view(s, found, corrected));
            })
        .skip(offset)
        .limit(count)
        .toList();
  }

  private static Predicate<Statement> wanted(Map<String, String> parameters) {
    String focus = parameters.get("focus");
    String code = parameters.get("code");
    String from = parameters.get("from");
    String to = parameters.get("to");
    return s ->
        (focus == null || focus.equals(focusOf(s)))
            && (code == null || code.equals(s.claim().topic().code()))
            && (from == null || !s.observedAt().lastDay().isBefore(LocalDate.parse(from)))
            && (to == null || !s.observedAt().firstDay().isAfter(LocalDate.parse(to)));
  }

  private static @Nullable String focusOf(Statement s) {
    return s.claim() instanceof Claim.AboutChild about ? "RelatedPerson/" + about.child() : null;
  }
}
