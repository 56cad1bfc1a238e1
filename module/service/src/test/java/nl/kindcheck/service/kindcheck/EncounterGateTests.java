package nl.kindcheck.service.kindcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Gate;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.EpdReader;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.kindcheck.EncounterGate.Postponement;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** May this encounter be closed? At every level, and over HTTP. */
class EncounterGateTests extends FhirTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @Autowired private EncounterGate gate;
  @Autowired private Policies policies;
  @Autowired private FamilyRecord record;
  @Autowired private TenantSql sql;

  /** An organisation of the test's own, at a level. */
  private TenantId at(Enforcement level) {
    TenantId tenant = new TenantId(UUID.randomUUID());
    policies.store(tenant, policies.toJson(Policy.standard().with(level, "f-1")));
    return tenant;
  }

  private static EncounterPicture encounter(String encounterClass, String status) {
    return EpdReader.encounter(
        StrictJson.object(
            Bodies.encounter("f-gate", "f-gate-e", DAY, encounterClass, status)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private void seen(TenantId tenant, Moment moment) {
    sql.inTransaction(
        tenant,
        () ->
            record.see(
                tenant,
                "Patient/f-gate",
                List.of(
                    CareSeen.encounter(
                        "Encounter/f-gate-e", moment, TODAY, null, "Practitioner/intaker")),
                policies.today(tenant),
                null));
  }

  private Gate.Answer ask(TenantId tenant, @Nullable Postponement postponement) {
    return gate.ask(tenant, encounter("AMB", "in-progress"), postponement).answer().outcome();
  }

  private static Postponement until(LocalDate day) {
    return new Postponement("the mother was too tired to talk", day, "Practitioner/intaker");
  }

  @ParameterizedTest
  @CsvSource({"INFORM, OPEN", "REMIND, REMIND", "ASK_REASON, ASK_REASON", "HOLD, HOLD"})
  void anIntakeIsAnsweredAsTheOrganisationChose(Enforcement level, Gate.Answer answer) {
    TenantId tenant = at(level);
    seen(tenant, Moment.INTAKE);
    assertThat(ask(tenant, null)).isEqualTo(answer);
  }

  @ParameterizedTest
  @EnumSource(Enforcement.class)
  void aPostponementFreesEveryLevelInOneStep(Enforcement level) {
    TenantId tenant = at(level);
    seen(tenant, Moment.INTAKE);
    assertThat(ask(tenant, until(TODAY.plusDays(7)))).isEqualTo(Gate.Answer.OPEN);
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.OPEN);
    clock.moveTo(TODAY.plusDays(7));
    assertThat(ask(tenant, null))
        .isEqualTo(level == Enforcement.INFORM ? Gate.Answer.OPEN : answerAt(level));
  }

  private static Gate.Answer answerAt(Enforcement level) {
    return Gate.Answer.valueOf(level.name());
  }

  @ParameterizedTest
  @CsvSource({"EMER, CRISIS", "IMP, ADMISSION", "ACUTE, ADMISSION", "XYZ, UNMAPPED"})
  void neitherCrisisNorAdmissionNorTheUnknownIsEverHeldOrAskedAReason(
      String encounterClass, Moment moment) {
    TenantId tenant = at(Enforcement.HOLD);
    seen(tenant, moment);
    EncounterGate.Answer answer = gate.ask(tenant, encounter(encounterClass, "in-progress"), null);
    assertThat(answer.moment().outcome()).isEqualTo(moment);
    assertThat(answer.answer().outcome()).isEqualTo(Gate.Answer.REMIND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "entered-in-error"})
  void whatDidNotTakePlaceIsNeverHeld(String status) {
    TenantId tenant = at(Enforcement.HOLD);
    seen(tenant, Moment.INTAKE);
    assertThat(gate.ask(tenant, encounter("AMB", status), null).answer().outcome())
        .isEqualTo(Gate.Answer.OPEN);
  }

  @Test
  void anEncounterThatNobodyToldUsOfIsNotHeld() {
    TenantId tenant = at(Enforcement.HOLD);
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.REMIND);
  }

  @Test
  void askingRecordsNothing() {
    TenantId tenant = at(Enforcement.HOLD);
    ask(tenant, null);
    assertThat(count("SELECT count(*) FROM family WHERE tenant_id = ?", tenant.value())).isZero();
  }

  @Test
  void aClockBehindDoesNotKeepAnybodyFromClosing() {
    TenantId tenant = at(Enforcement.REMIND);
    ask(tenant, until(TODAY.plusDays(7)));
    clock.moveTo(theDayBefore());
    assertThat(ask(tenant, null).allowsClosing()).isTrue();
  }

  private static java.time.Instant theDayBefore() {
    return nl.kindcheck.service.MovedClock.START.minusSeconds(86_400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-01", "2026-05-01", "2026-12-01"})
  void aPostponementToADayThatDoesNotFitIsRefusedAndNotStored(LocalDate day) {
    TenantId tenant = at(Enforcement.HOLD);
    seen(tenant, Moment.INTAKE);
    assertThatThrownBy(() -> ask(tenant, until(day))).isInstanceOf(Refused.class);
    assertThat(count("SELECT count(*) FROM response WHERE tenant_id = ?", tenant.value())).isZero();
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.HOLD);
  }

  @Test
  void aChangedPolicyAppliesFromItsDay() {
    TenantId tenant = at(Enforcement.HOLD);
    seen(tenant, Moment.INTAKE);
    String later =
        policies
            .toJson(Policy.standard().with(Enforcement.REMIND, "f-2"))
            .replace("2026-01-01", "2026-06-03");
    policies.store(tenant, later);
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.HOLD);
    clock.moveTo(LocalDate.of(2026, 6, 3));
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.REMIND);
  }

  private static String asked(String patient, String more) {
    return "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"encounter\","
        + " \"resource\": "
        + Bodies.encounter(patient, "e-" + patient, DAY, "AMB", "in-progress")
        + "}"
        + more
        + "]}";
  }

  private static String postponed(String reason, String until) {
    return (reason.isEmpty()
            ? ""
            : ", {\"name\": \"postpone-reason\", \"valueString\": \"" + reason + "\"}")
        + (until.isEmpty()
            ? ""
            : ", {\"name\": \"postpone-until\", \"valueDate\": \"" + until + "\"}");
  }

  private Answer gate(String patient, String more) {
    return fhirPost("haven", "Encounter/$kindcheck-gate", asked(patient, more));
  }

  private static String value(Answer answer, String name) {
    for (var parameter : answer.json().path("parameter")) {
      if (parameter.path("name").asString().equals(name)) {
        return parameter.path("value" + (name.equals("allowed") ? "Boolean" : "Code")).asString();
      }
    }
    return "";
  }

  @Test
  void aBareTickDoesNotFreeItAndContentDoes() {
    hook("haven", Bodies.intake("f-gate-1", "e-f-gate-1", DAY));
    Answer before = gate("f-gate-1", "");
    assertThat(before.status()).as(before.body()).isEqualTo(200);
    assertThat(value(before, "answer")).isEqualTo("remind");
    assertThat(value(before, "level")).isEqualTo("remind");
    assertThat(value(before, "moment")).isEqualTo("intake");
    assertThat(value(before, "allowed")).isEqualTo("true");
    fhirPost("haven", RESPONSE, Bodies.bareTick("f-gate-1", "e-f-gate-1", DAY));
    Answer tick = gate("f-gate-1", "");
    assertThat(value(tick, "answer")).isEqualTo("remind");
    assertThat(tick.body()).contains("\"missing\"").contains("gate.open-check");
    recorded("haven", "f-gate-1");
    Answer content = gate("f-gate-1", "");
    assertThat(value(content, "answer")).isEqualTo("open");
    assertThat(content.body()).contains("gate.considered").doesNotContain("\"missing\"");
  }

  @Test
  void aBareTickDoesNotFreeAHeldIntakeEither() {
    TenantId tenant = at(Enforcement.HOLD);
    seen(tenant, Moment.INTAKE);
    assertThat(ask(tenant, null)).isEqualTo(Gate.Answer.HOLD);
    assertThat(ask(tenant, null).allowsClosing()).isFalse();
  }

  @Test
  void postponingOverHttpIsRecordedAsAResponse() {
    hook("haven", Bodies.intake("f-gate-2", "e-f-gate-2", DAY));
    Answer freed = gate("f-gate-2", postponed("too tired", "2026-06-10"));
    assertThat(value(freed, "answer")).as(freed.body()).isEqualTo("open");
    assertThat(rows("response", "f-gate-2")).isOne();
    assertThat(fhirGet("haven", RESPONSE + "?subject=f-gate-2").body())
        .contains("too tired")
        .contains("2026-06-10")
        .contains("Practitioner/intaker");
    assertThat(fhirGet("haven", "Patient/f-gate-2/$kindcheck-status").body())
        .contains("\"postponed\"")
        .contains("\"valueDate\":\"" + DAY + "\"");
  }

  @Test
  void aButtonThatIsPressedTwicePostponesOnce() {
    hook("haven", Bodies.intake("f-gate-10", "e-f-gate-10", DAY));
    gate("f-gate-10", postponed("too tired", "2026-06-10"));
    assertThat(value(gate("f-gate-10", postponed("too tired", "2026-06-10")), "answer"))
        .isEqualTo("open");
    assertThat(rows("response", "f-gate-10")).isOne();
    gate("f-gate-10", postponed("too tired", "2026-06-11"));
    assertThat(rows("response", "f-gate-10")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-06-10, postpone-reason",
    "' ', 2026-06-10, postpone-reason",
    "too tired, '', postpone-until",
    "too tired, 2026-06, postpone-until",
    "too tired, 2026, postpone-until"
  })
  void aPostponementNeedsAReasonAndADay(String reason, String until, String field) {
    Answer answer = gate("f-gate-3", postponed(reason, until));
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    refused(answer, answer.status());
    if (answer.status() == 422) {
      assertThat(expressions(answer)).contains(field);
    }
    assertThat(rows("response", "f-gate-3")).isZero();
  }

  @Test
  void aReasonThatHoldsABsnIsRefused() {
    Answer answer = gate("f-gate-4", postponed("ziek, bsn 111222333", "2026-06-10"));
    refused(answer, 422);
    assertThat(expressions(answer)).containsExactly("postpone-reason");
    assertThat(rows("response", "f-gate-4")).isZero();
  }

  @Test
  void everyFaultOfAPostponementIsNamedByItsParameterAtOnce() {
    String author = ", {\"name\": \"author\", \"valueReference\": {\"reference\": \"Patient/1\"}}";
    Answer answer = gate("f-gate-14", postponed("ziek, bsn 111222333", "2027-06-10") + author);
    refused(answer, 422);
    assertThat(expressions(answer))
        .containsExactlyInAnyOrder("postpone-reason", "postpone-until", "author");
    assertThat(rows("response", "f-gate-14")).isZero();
  }

  @Test
  void anAuthorWhoIsNobodyIsRefused() {
    String author = ", {\"name\": \"author\", \"valueReference\": {\"reference\": \"Patient/1\"}}";
    refused(gate("f-gate-5", postponed("too tired", "2026-06-10") + author), 422);
    String none = ", {\"name\": \"author\", \"valueReference\": {\"display\": \"me\"}}";
    refused(gate("f-gate-5", postponed("too tired", "2026-06-10") + none), 422, "author");
    assertThat(rows("response", "f-gate-5")).isZero();
  }

  @Test
  void anEncounterWithoutASubjectIsNobodys() {
    String body =
        asked("f-gate-6", "").replace("\"subject\": {\"reference\": \"Patient/f-gate-6\"},", "");
    refused(fhirPost("haven", "Encounter/$kindcheck-gate", body), 422, "Encounter.subject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Group/1", "https://other.example/fhir/Patient/f-gate-7", "#p"})
  void anEncounterOfSomethingElseThanOurPatientIsRefused(String subject) {
    String body =
        asked("f-gate-7", "").replace("Patient/f-gate-7\"}, \"epi", subject + "\"}, \"epi");
    refused(fhirPost("haven", "Encounter/$kindcheck-gate", body), 422, "encounter.subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\": \"Parameters\"}",
        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"encounter\"}]}"
      })
  void withoutAnEncounterThereIsNothingToAsk(String body) {
    refused(fhirPost("haven", "Encounter/$kindcheck-gate", body), 422, "encounter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"encounter\","
            + " \"valueString\": \"e\"}]}",
        "{\"resourceType\": \"Patient\"}",
        "{}"
      })
  void anythingElseIsRefused(String body) {
    Answer answer = fhirPost("haven", "Encounter/$kindcheck-gate", body);
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    refused(answer, answer.status());
  }

  @Test
  void anEncounterThatHoldsMoreThanWeKnowIsStillAnswered() {
    String body =
        asked("f-gate-8", "")
            .replace("\"status\":", "\"ofALaterVersion\": {\"x\": 1}, \"status\":");
    assertThat(fhirPost("haven", "Encounter/$kindcheck-gate", body).status()).isEqualTo(200);
  }

  @Test
  void aParameterThatWeDoNotKnowIsNamed() {
    String body =
        asked("f-gate-9", "")
            .replace("\"parameter\": [", "\"parameter\": [{\"name\": \"patient\"}, ");
    refused(fhirPost("haven", "Encounter/$kindcheck-gate", body), 422, "patient");
  }

  @Test
  void theGateIsNotOpenedByReading() {
    Answer answer = fhirGet("haven", "Encounter/$kindcheck-gate");
    assertThat(answer.status()).isIn(400, 405);
    refused(answer, answer.status());
  }
}
