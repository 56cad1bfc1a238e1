package nl.kindcheck.service.kindcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.MovedClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due is said once, and its task is opened, followed and closed. */
class TimersTests extends FhirTest {

  private static final LocalDate INTAKE = LocalDate.of(2026, 6, 1);

  @Autowired private DueTimer timer;

  private static void eventually(Runnable holds) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(holds::run);
  }

  private static long announced(String patient, String stage) {
    return count(
        "SELECT count(*) FROM due_announced d JOIN family f USING (tenant_id, family_id) WHERE"
            + " f.patient_ref = ? AND d.kind = ?",
        "Patient/" + patient,
        stage);
  }

  private static long underWay(String patient) {
    return count(
        "SELECT count(*) FROM event_publication p, family f WHERE f.patient_ref = ? AND"
            + " p.serialized_event LIKE '%' || f.family_id || '%'",
        "Patient/" + patient);
  }

  private static long tasks(String patient) {
    return count(
        "SELECT count(DISTINCT task_id) FROM task_event t JOIN family f USING (tenant_id,"
            + " family_id) WHERE f.patient_ref = ?",
        "Patient/" + patient);
  }

  private String task(String patient, String more) {
    Answer answer = fhirGet("haven", "Task?patient=" + patient + more);
    assertThat(answer.json().path("entry").size()).as(answer.body()).isEqualTo(1);
    return answer.json().path("entry").path(0).path("resource").toString();
  }

  @Test
  void whatIsDueIsSaidOnceAndItsTaskIsOpened() {
    hook("haven", Bodies.intake("f-ti-1", "f-ti-e1", DAY));
    timer.announce();
    timer.announce();
    assertThat(announced("f-ti-1", "due")).isOne();
    assertThat(announced("f-ti-1", "overdue")).isZero();
    eventually(() -> assertThat(tasks("f-ti-1")).isOne());
    assertThat(task("f-ti-1", "&status=requested"))
        .contains("Practitioner/intaker")
        .contains("\"end\":\"2026-06-01");
  }

  @Test
  void twoInstancesAtOnceSayItOnceAndOpenOneTask() {
    for (int i = 0; i < 5; i++) {
      hook("haven", Bodies.intake("f-ti-2" + i, "f-ti-e2" + i, DAY));
    }
    clock.moveTo(INTAKE.plusDays(40));
    Callable<Boolean> run =
        () -> {
          timer.announce();
          return true;
        };
    atOnce(List.of(run, run, run));
    for (int i = 0; i < 5; i++) {
      String patient = "f-ti-2" + i;
      for (String stage : List.of("due", "overdue", "escalated")) {
        assertThat(announced(patient, stage)).as(stage).isOne();
      }
      eventually(() -> assertThat(tasks(patient)).isOne());
    }
    for (int i = 0; i < 5; i++) {
      String patient = "f-ti-2" + i;
      eventually(() -> assertThat(underWay(patient)).isZero());
    }
    for (int i = 0; i < 5; i++) {
      assertThat(tasks("f-ti-2" + i)).isOne();
    }
  }

  @Test
  void anEventWhoseListenerFailedIsRepeated() {
    hook("haven", Bodies.intake("f-ti-11", "f-ti-e11", DAY));
    long failed =
        count(
            "WITH failed AS (INSERT INTO event_publication (id, listener_id, event_type,"
                + " serialized_event, publication_date, status, completion_attempts) SELECT"
                + " gen_random_uuid(), ?, ?, format('{\"tenant\":\"%s\",\"family\":\"%s\","
                + "\"due\":\"2026-06-01\",\"stage\":\"DUE\"}', tenant_id, family_id), now() -"
                + " interval '1 minute', 'FAILED', 1 FROM family WHERE patient_ref ="
                + " 'Patient/f-ti-11' RETURNING 1) SELECT count(*) FROM failed",
            DueListener.class.getName() + ".on(" + KindcheckDue.class.getName() + ")",
            KindcheckDue.class.getName());
    assertThat(failed).isOne();
    // Of all services on this database, those of other tests too, the one that runs follows it.
    eventually(() -> assertThat(tasks("f-ti-11")).isOne());
    eventually(() -> assertThat(underWay("f-ti-11")).isZero());
  }

  @Test
  void whatIsOverdueIsSaidOnItsDayAndTheOfficerGetsWhatIsLongOverdue() {
    hook("haven", Bodies.intake("f-ti-3", "f-ti-e3", DAY));
    timer.announce();
    clock.moveTo(INTAKE.plusDays(7));
    timer.announce();
    assertThat(announced("f-ti-3", "overdue")).isZero();
    clock.moveTo(INTAKE.plusDays(8));
    timer.announce();
    assertThat(announced("f-ti-3", "overdue")).isOne();
    assertThat(announced("f-ti-3", "escalated")).isZero();
    clock.moveTo(INTAKE.plusDays(29));
    timer.announce();
    assertThat(announced("f-ti-3", "escalated")).isOne();
    eventually(() -> assertThat(task("f-ti-3", "")).contains("kopp-kov-officer"));
    assertThat(tasks("f-ti-3")).isOne();
  }

  @Test
  void theTaskFollowsItsOwner() {
    hook("haven", Bodies.intake("f-ti-4", "f-ti-e4", DAY));
    timer.announce();
    eventually(() -> assertThat(tasks("f-ti-4")).isOne());
    String managed =
        Bodies.intake("f-ti-4", "f-ti-e4", DAY)
            .replace(
                "\"status\": \"active\",",
                "\"status\": \"active\", \"careManager\": {\"reference\":"
                    + " \"Practitioner/manager\"},");
    assertThat(hook("haven", managed).status()).isEqualTo(200);
    eventually(() -> assertThat(task("f-ti-4", "")).contains("Practitioner/manager"));
    assertThat(tasks("f-ti-4")).isOne();
  }

  @Test
  void theTaskClosesWhenACompleteCheckComesAndNotBefore() {
    hook("haven", Bodies.intake("f-ti-5", "e-f-ti-5", DAY));
    timer.announce();
    eventually(() -> assertThat(tasks("f-ti-5")).isOne());
    fhirPost("haven", RESPONSE, Bodies.bareTick("f-ti-5", "e-f-ti-5", DAY));
    assertThat(task("f-ti-5", "")).contains("\"requested\"");
    recorded("haven", "f-ti-5");
    assertThat(task("f-ti-5", "")).contains("\"completed\"");
    timer.announce();
    assertThat(tasks("f-ti-5")).isOne();
  }

  @Test
  void aTaskOfSomebodyWhoseCareEndedIsCancelledAndNotCalledDone() {
    hook("haven", Bodies.intake("f-ti-6", "f-ti-e6", DAY));
    timer.announce();
    eventually(() -> assertThat(tasks("f-ti-6")).isOne());
    String ended =
        Bodies.intake("f-ti-6", "f-ti-e6", DAY)
            .replace("\"status\": \"active\"", "\"status\": \"finished\"")
            .replace("encounter-start", "patient-view")
            .replace(", \"encounterId\": \"f-ti-e6\"", "");
    Answer answer = hook("haven", ended);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    eventually(() -> assertThat(task("f-ti-6", "")).contains("\"cancelled\""));
  }

  @Test
  void nothingIsSaidOfWhatIsNotDue() {
    recorded("haven", "f-ti-7");
    timer.announce();
    clock.moveTo(LocalDate.of(2026, 11, 30));
    timer.announce();
    assertThat(announced("f-ti-7", "due")).isZero();
    assertThat(tasks("f-ti-7")).isZero();
    clock.moveTo(LocalDate.of(2026, 12, 1));
    timer.announce();
    assertThat(announced("f-ti-7", "due")).isOne();
  }

  @Test
  void whatIsPostponedIsNotSaidUntilItsDay() {
    hook("haven", Bodies.intake("f-ti-8", "f-ti-e8", "2026-05-30"));
    fhirPost(
        "haven",
        RESPONSE,
        Bodies.response(
            "f-ti-8",
            "f-ti-e8",
            DAY,
            Bodies.outcome("postponed")
                + ", {\"linkId\": \"reason\", \"answer\": [{\"valueString\": \"too tired\"}]},"
                + " {\"linkId\": \"postponed-until\", \"answer\": [{\"valueDate\":"
                + " \"2026-06-20\"}]}"));
    long before = announced("f-ti-8", "overdue");
    clock.moveTo(LocalDate.of(2026, 6, 19));
    timer.announce();
    assertThat(announced("f-ti-8", "overdue")).isEqualTo(before).isZero();
    clock.moveTo(LocalDate.of(2026, 6, 20));
    timer.announce();
    assertThat(announced("f-ti-8", "overdue")).isOne();
  }

  @Test
  void aClockBehindStoresNothingAndSaysSo() {
    clock.moveTo(INTAKE.plusDays(1));
    recorded("haven", "f-ti-9");
    clock.moveTo(MovedClock.START);
    Answer answer = fhirPost("haven", RESPONSE, Bodies.twoChildren("f-ti-9", "e", "2026-05-31"));
    refused(answer, 503, "recordedAt");
    assertThat(rows("response", "f-ti-9")).isOne();
  }

  @Test
  void aClockThatIsALittleBehindIsNoReasonToRefuse() {
    recorded("haven", "f-ti-10");
    clock.moveTo(MovedClock.START.minusSeconds(4));
    Answer answer = fhirPost("haven", RESPONSE, Bodies.twoChildren("f-ti-10", "e", DAY));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(
            count(
                "SELECT count(DISTINCT recorded_at) FROM response r JOIN family f USING (tenant_id,"
                    + " family_id) WHERE patient_ref = 'Patient/f-ti-10'"))
        .isEqualTo(2);
  }
}
