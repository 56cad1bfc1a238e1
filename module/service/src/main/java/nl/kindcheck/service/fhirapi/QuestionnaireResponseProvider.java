package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.Responses;
import nl.kindcheck.service.kindcheck.KindcheckRecorder;
import nl.kindcheck.service.kindcheck.MissingTexts;
import nl.kindcheck.service.kindcheck.Recorded;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Grant;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Recorded Kindchecks: create, read, search, amend. */
@Component
public class QuestionnaireResponseProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "QuestionnaireResponse";

  private final KindcheckRecorder recorder;
  private final Responses responses;
  private final TenantSql sql;
  private final CurrentAccess access;
  private final Granted granted;
  private final SearchPages pages;
  private final FhirContext fhir;
  private final Texts texts;
  private final MissingTexts missingTexts;

  QuestionnaireResponseProvider(
      KindcheckRecorder recorder,
      Responses responses,
      TenantSql sql,
      CurrentAccess access,
      Granted granted,
      SearchPages pages,
      FhirContext fhir,
      Texts texts,
      MissingTexts missingTexts) {
    this.recorder = recorder;
    this.responses = responses;
    this.sql = sql;
    this.access = access;
    this.granted = granted;
    this.pages = pages;
    this.fhir = fhir;
    this.texts = texts;
    this.missingTexts = missingTexts;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return QuestionnaireResponse.class;
  }

  @Create
  public MethodOutcome create(
      @ResourceParam QuestionnaireResponse response, RequestDetails details) {
    TenantId tenant = granted.write(Interaction.CREATE, response).tenant();
    withoutNarrative(response);
    UnreadableParts.of(details).refuse(() -> recorder.faults(tenant, response, null));
    return outcome(recorder.record(tenant, response), response, details).setCreated(true);
  }

  @Update
  public MethodOutcome amend(
      @IdParam IdType id, @ResourceParam QuestionnaireResponse response, RequestDetails details) {
    Grant grant = granted.write(Interaction.UPDATE, response);
    TenantId tenant = grant.tenant();
    ResponseId responseId = new ResponseId(Ids.uuid(id));
    notOfAnother(grant, responseId);
    withoutNarrative(response);
    UnreadableParts.of(details).refuse(() -> recorder.faults(tenant, response, responseId));
    Recorded amended = recorder.amend(tenant, responseId, version(details), response);
    return outcome(amended, response, details).setCreated(false);
  }

  /** What is there already must be within reach too: an amendment could name another patient. */
  private void notOfAnother(Grant grant, ResponseId id) {
    Optional<RecordedResponse> stored =
        sql.inTransaction(grant.tenant(), () -> responses.latest(grant.tenant(), id));
    if (stored.isPresent() && !ScopeQueries.covers(grant, resource(stored.get()))) {
      throw Ids.notFound();
    }
  }

  /** What somebody said stands in the answers; markup that says it again is not kept. */
  private static void withoutNarrative(QuestionnaireResponse response) {
    response.setText(null);
  }

  private static int version(RequestDetails details) {
    String ifMatch = details.getHeader("If-Match");
    if (ifMatch == null || !ifMatch.matches("W/\"\\d{1,9}\"")) {
      throw new Refused(HttpStatus.PRECONDITION_REQUIRED, "response.if-match", "If-Match");
    }
    return Integer.parseInt(ifMatch.substring(3, ifMatch.length() - 1));
  }

  @Read(version = true)
  public QuestionnaireResponse read(@IdParam IdType id) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    ResponseId responseId = new ResponseId(Ids.uuid(id));
    Optional<RecordedResponse> found =
        sql.inTransaction(
            tenant,
            () ->
                id.hasVersionIdPart()
                    ? responses.version(tenant, responseId, versionOf(id))
                    : responses.latest(tenant, responseId));
    return found.map(this::resource).orElseThrow(Ids::notFound);
  }

  private static int versionOf(IdType id) {
    if (!id.getVersionIdPart().matches("\\d{1,9}")) {
      throw Ids.notFound();
    }
    return Integer.parseInt(id.getVersionIdPart());
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "subject") @Nullable ReferenceParam subject,
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "encounter") @Nullable ReferenceParam encounter,
      @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("patient", Ids.patient(patient, subject));
    parameters.put("encounter", Ids.reference("encounter", encounter, "Encounter"));
    parameters.put("until", newest(parameters.get("patient"), parameters.get("encounter")));
    return pages.first(TYPE, parameters, count);
  }

  /** What is recorded while somebody turns the pages would shift them. */
  private String newest(@Nullable String patient, @Nullable String encounter) {
    TenantId tenant = access.require(Interaction.SEARCH, TYPE);
    return sql.inTransaction(tenant, () -> responses.newest(tenant, patient, encounter)).toString();
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    var search =
        new Responses.ResponseSearch(
            parameters.get("patient"),
            parameters.get("encounter"),
            Instant.parse(Ids.required(parameters, "until")));
    return responses.search(tenant, search, offset, count).stream().map(this::resource).toList();
  }

  private QuestionnaireResponse resource(RecordedResponse recorded) {
    return resource(
        recorded, fhir.newJsonParser().parseResource(QuestionnaireResponse.class, recorded.body()));
  }

  /** The resource as we give it: with our id and version. */
  private static QuestionnaireResponse resource(
      RecordedResponse recorded, QuestionnaireResponse resource) {
    String version = Integer.toString(recorded.version());
    resource.setId(new IdType(TYPE, recorded.id().toString(), version));
    resource.getMeta().setVersionId(version).setLastUpdated(Date.from(recorded.recordedAt()));
    return resource;
  }

  /**
   * @param received the body of the request, which needs no second reading where it was stored as
   *     it is
   */
  private MethodOutcome outcome(
      Recorded recorded, QuestionnaireResponse received, RequestDetails details) {
    QuestionnaireResponse resource =
        recorded.repeated()
            ? resource(recorded.response())
            : resource(recorded.response(), received);
    MethodOutcome outcome = new MethodOutcome(resource.getIdElement());
    outcome.setResource(resource);
    OperationOutcome worth = worth(recorded, Languages.of(details));
    outcome.setOperationOutcome(worth);
    if (recorded.response().check().standing() == Standing.INCOMPLETE) {
      ResponseBodies.answerWith(details, worth);
    }
    return outcome;
  }

  /** What the check is worth, and each thing it lacks with its place. */
  private OperationOutcome worth(Recorded recorded, Locale locale) {
    OperationOutcome outcome = new OperationOutcome();
    Standing standing = recorded.response().check().standing();
    boolean incomplete = standing == Standing.INCOMPLETE;
    outcome
        .addIssue()
        .setSeverity(incomplete ? IssueSeverity.WARNING : IssueSeverity.INFORMATION)
        .setCode(incomplete ? IssueType.INCOMPLETE : IssueType.INFORMATIONAL)
        .setDiagnostics(texts.of("standing." + standing.code(), locale));
    for (String missing : recorded.response().missing()) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.WARNING)
          .setCode(IssueType.REQUIRED)
          .setDiagnostics(
              texts.of(
                  "standing.missing", Map.of("item", missingTexts.of(missing, locale)), locale))
          .addExpression(missing);
    }
    return outcome;
  }
}
