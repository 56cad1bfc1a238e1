package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.rule.Gate;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.EpdReader;
import nl.kindcheck.fhir.UnreadableResource;
import nl.kindcheck.service.kindcheck.EncounterGate;
import nl.kindcheck.service.kindcheck.EncounterGate.Postponement;
import nl.kindcheck.service.kindcheck.MissingTexts;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code Encounter/$kindcheck-gate}: may this encounter be closed? A postponement can come in the
 * same step.
 */
@Component
public class EncounterOperations implements IResourceProvider {

  private final EncounterGate gate;
  private final ReasonTexts reasonTexts;
  private final MissingTexts missingTexts;
  private final CurrentAccess access;
  private final FhirContext fhir;

  EncounterOperations(
      EncounterGate gate,
      ReasonTexts reasonTexts,
      MissingTexts missingTexts,
      CurrentAccess access,
      FhirContext fhir) {
    this.gate = gate;
    this.reasonTexts = reasonTexts;
    this.missingTexts = missingTexts;
    this.access = access;
    this.fhir = fhir;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Encounter.class;
  }

  @Operation(name = "$kindcheck-gate")
  public Parameters mayClose(
      @OperationParam(name = "encounter") @Nullable Encounter encounter,
      @OperationParam(name = "postpone-reason") @Nullable StringType reason,
      @OperationParam(name = "postpone-until") @Nullable DateType until,
      @OperationParam(name = "author") @Nullable Reference author,
      RequestDetails details) {
    TenantId tenant = access.require(Interaction.READ, "Task");
    GivenParameters.only(details, "encounter", "postpone-reason", "postpone-until", "author");
    EncounterPicture picture = picture(encounter);
    within(encounter, Interaction.READ, "Task");
    Postponement postponement = null;
    if (reason != null || until != null) {
      within(encounter, Interaction.CREATE, "QuestionnaireResponse");
      postponement = postponement(reason, until, author, picture);
    }
    return answer(gate.ask(tenant, picture, postponement), Languages.of(details));
  }

  /** One that does not name its patient is within reach of whoever reaches every patient. */
  private void within(@Nullable Encounter encounter, Interaction interaction, String type) {
    String patient = encounter == null ? null : encounter.getSubject().getReference();
    access.requireFor(patient == null ? "" : patient, interaction, type);
  }

  private EncounterPicture picture(@Nullable Encounter encounter) {
    if (encounter == null) {
      throw missing("encounter");
    }
    if (!encounter.getIdElement().hasIdPart()) {
      throw missing("encounter.id");
    }
    if (encounter.hasSubject()
        && !String.valueOf(encounter.getSubject().getReference()).matches("Patient/[^/|#]+")) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "response.subject", "encounter.subject");
    }
    String json = fhir.newJsonParser().encodeResourceToString(encounter);
    try {
      return EpdReader.encounter(StrictJson.object(json.getBytes(UTF_8)));
    } catch (UnreadableResource e) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          e.fault().code(),
          e.fault().expression(),
          e.fault().facts());
    }
  }

  private static Refused missing(String name) {
    return new Refused(
        HttpStatus.UNPROCESSABLE_CONTENT, "fhir.parameter-missing", name, Map.of("name", name));
  }

  private static Postponement postponement(
      @Nullable StringType reason,
      @Nullable DateType until,
      @Nullable Reference author,
      EncounterPicture encounter) {
    if (reason == null || reason.getValue() == null || reason.getValue().isBlank()) {
      throw missing("postpone-reason");
    }
    if (until == null
        || until.getValueAsString() == null
        || until.getValueAsString().length() != 10) {
      throw missing("postpone-until");
    }
    String who = author == null ? encounter.performer() : author.getReference();
    if (who == null) {
      throw missing("author");
    }
    return new Postponement(reason.getValue(), LocalDate.parse(until.getValueAsString()), who);
  }

  private Parameters answer(EncounterGate.Answer answer, Locale locale) {
    Gate.Answer decided = answer.answer().outcome();
    Parameters parameters = new Parameters();
    parameters.addParameter("allowed", new BooleanType(decided.allowsClosing()));
    parameters.addParameter("answer", new CodeType(decided.code()));
    parameters.addParameter("level", new CodeType(answer.policy().enforcement().code()));
    parameters.addParameter("moment", new CodeType(answer.moment().outcome().code()));
    answer
        .answer()
        .reasons()
        .forEach(r -> parameters.addParameter(ReasonParts.of(r, reasonTexts.full(r, locale))));
    if (decided != Gate.Answer.OPEN) {
      answer.missing().stream()
          .map(path -> missingTexts.of(path, locale))
          .distinct()
          .forEach(text -> parameters.addParameter("missing", new StringType(text)));
    }
    return parameters;
  }
}
