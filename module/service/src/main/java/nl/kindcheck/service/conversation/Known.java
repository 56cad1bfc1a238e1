package nl.kindcheck.service.conversation;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.fhir.Prefill;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.Responses;
import nl.kindcheck.service.family.WholeFamily;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What is on record of the patient of a launch, and of nobody else. */
@Component
class Known {

  private final TenantSql sql;
  private final FamilyRecord record;
  private final Responses responses;
  private final KindcheckForm form;
  private final DomainClock clock;
  private final FhirContext fhir;
  private final KindcheckStatus status;

  Known(
      TenantSql sql,
      FamilyRecord record,
      Responses responses,
      KindcheckForm form,
      DomainClock clock,
      FhirContext fhir,
      KindcheckStatus status) {
    this.sql = sql;
    this.record = record;
    this.responses = responses;
    this.form = form;
    this.clock = clock;
    this.fhir = fhir;
    this.status = status;
  }

  LocalDate today() {
    return clock.today();
  }

  /** Adds what a form shows of the patient to a trip. */
  WholeFamily stored(OneTrip trip, LaunchContext launch) {
    return WholeFamily.withEncounter(trip, launch.tenant(), launch.patient(), launch.encounter());
  }

  void run(OneTrip trip, LaunchContext launch) {
    trip.run(sql, launch.tenant());
  }

  Family family(LaunchContext launch) {
    return sql.inTransaction(
        launch.tenant(), () -> record.family(launch.tenant(), launch.patient()));
  }

  /** How a child is called; empty where it has no name. */
  String childName(LaunchContext launch, String id) {
    return family(launch).children().stream()
        .filter(child -> child.id().toString().equals(id))
        .findFirst()
        .flatMap(Child::label)
        .orElse("");
  }

  /** The form with what is known, and with room for one child where none is. */
  Typed prefilled(LaunchContext launch) {
    return prefilled(launch, family(launch));
  }

  Typed prefilled(LaunchContext launch, Family family) {
    Typed filled =
        TypedFrom.response(
            Prefill.of(form, launch.patient(), launch.encounter(), family, List.of(), today()));
    return filled.groups("children").isEmpty() ? filled.withGroup("children") : filled;
  }

  /**
   * Whether the first question is where the children are now, as after a crisis or an admission.
   */
  boolean asksWhereFirst(LaunchContext launch, FamilyHead head) {
    return status.of(launch.tenant(), head).recurrence().outcome().question()
        == Recurrence.FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW;
  }

  /** The code of the moment of care that the EPD's encounter is; empty where it is not known. */
  static String moment(Optional<CareSeen> encounter) {
    return encounter
        .flatMap(seen -> Optional.ofNullable(seen.moment()))
        .filter(moment -> moment != Moment.NONE && moment != Moment.UNMAPPED)
        .map(Moment::code)
        .orElse("");
  }

  /**
   * A recorded response of this patient, in its latest version.
   *
   * @throws Refused 404 where there is none, also where it is another patient's
   */
  RecordedResponse recorded(LaunchContext launch, ResponseId id) {
    return sql.inTransaction(launch.tenant(), () -> responses.latest(launch.tenant(), id))
        .filter(r -> r.patient().equals(launch.patient()))
        .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
  }

  /** Whether a form with this key was recorded already. */
  boolean isRecorded(LaunchContext launch, UUID key) {
    String identifier = ResponseWriter.KEY_SYSTEM + "|" + key;
    return sql.inTransaction(
        launch.tenant(), () -> responses.byIdentifier(launch.tenant(), identifier).isPresent());
  }

  QuestionnaireResponse body(RecordedResponse recorded) {
    return fhir.newJsonParser().parseResource(QuestionnaireResponse.class, recorded.body());
  }
}
