package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Patient/[id]/$kindcheck-status}: how a patient's Kindcheck stands, with its reasons. */
@Component
public class PatientOperations implements IResourceProvider {

  private final KindcheckStatus status;
  private final ReasonTexts reasonTexts;
  private final Texts texts;
  private final CurrentAccess access;

  PatientOperations(
      KindcheckStatus status, ReasonTexts reasonTexts, Texts texts, CurrentAccess access) {
    this.status = status;
    this.reasonTexts = reasonTexts;
    this.texts = texts;
    this.access = access;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Patient.class;
  }

  @Operation(name = "$kindcheck-status", idempotent = true)
  public Parameters status(@IdParam IdType id, RequestDetails details) {
    String patient = Ids.patient(id);
    TenantId tenant = access.requireFor(patient, Interaction.READ, "Task");
    Locale locale = Languages.of(details);
    KindcheckStatus.View view = status.of(tenant, patient);
    Recurrence recurrence = view.recurrence().outcome();
    Parameters answer = new Parameters();
    answer.addParameter("status", new CodeType(recurrence.status().code()));
    date(answer, "due", recurrence.due());
    date(answer, "postponed-until", recurrence.postponedUntil());
    boolean shielding = access.grant(Interaction.READ, "Task").isShielding();
    if (!shielding) {
      // Why it is due may be a concern, which is not for the patient.
      answer.addParameter(
          "question", new StringType(texts.of("question." + recurrence.question().code(), locale)));
      reasons(answer.getParameter(), view.reasons(), locale);
    }
    owner(answer, view.owner().outcome(), locale);
    Check last = view.head().state().lastComplete();
    if (last != null) {
      date(answer, "last", last.on());
      if (!shielding || !Shielding.isShielded(last.outcome())) {
        answer.addParameter("outcome", new CodeType(last.outcome().code()));
      }
    }
    return answer;
  }

  private static void date(Parameters answer, String name, @Nullable LocalDate date) {
    if (date != null) {
      answer.addParameter(name, new DateType(date.toString()));
    }
  }

  private void reasons(
      List<ParametersParameterComponent> into, List<Reason> reasons, Locale locale) {
    reasons.forEach(reason -> into.add(ReasonParts.of(reason, reasonTexts.full(reason, locale))));
  }

  private void owner(Parameters answer, Owner owner, Locale locale) {
    answer.addParameter(
        "owner",
        owner instanceof Owner.Person person
            ? new Reference(person.reference())
            : new Reference().setDisplay(reasonTexts.role(((Owner.Role) owner).role(), locale)));
  }
}
