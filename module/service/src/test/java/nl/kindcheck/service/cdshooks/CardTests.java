package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a card says and when there is one. */
class CardTests extends HooksTest {

  private static final String WHERE = "Zijn er kinderen? Waar zijn zij nu, en wie zorgt voor hen?";

  private Answer hookIn(String language, String body) {
    return send(
        request(HOOK)
            .header("Authorization", "Bearer " + World.hookToken("haven", HOOK))
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String detail(Answer answer) {
    return card(answer).path("detail").asString();
  }

  private static String ofClass(String patient, String encounterClass) {
    return intake(
        patient,
        b ->
            prefetch(b)
                .set(
                    "encounter",
                    json(
                        Bodies.encounter(
                            patient, patient + "-e", DAY, encounterClass, "in-progress"))));
  }

  @Test
  void hasAllThatTheSpecificationAsks() {
    JsonNode card = card(hook("haven", Bodies.intake("c-form", "c-form-e", DAY)));
    assertThat(card.path("summary").asString()).isNotBlank().hasSizeLessThan(140);
    assertThat(card.path("indicator").asString()).isIn("info", "warning");
    assertThat(card.path("source").path("label").asString()).isEqualTo("Kindcheck");
    assertThat(card.path("source").path("topic").path("code").asString())
        .isEqualTo("kindcheck-due");
    assertThat(card.path("selectionBehavior").asString()).isEqualTo("any");
    JsonNode suggestion = card.path("suggestions").path(0);
    assertThat(suggestion.path("label").asString()).isNotBlank();
    assertThat(suggestion.path("uuid").asString()).hasSize(36);
    JsonNode action = suggestion.path("actions").path(0);
    assertThat(action.path("type").asString()).isEqualTo("create");
    assertThat(action.path("description").asString()).isNotBlank();
    JsonNode link = card.path("links").path(0);
    assertThat(link.path("type").asString()).isEqualTo("smart");
    assertThat(link.path("url").asString()).startsWith(World.PUBLIC_URL);
  }

  @Test
  void suggestsATaskForThePatientWithAnOwner() {
    JsonNode task =
        card(hook("haven", Bodies.intake("c-task", "c-task-e", DAY)))
            .path("suggestions")
            .path(0)
            .path("actions")
            .path(0)
            .path("resource");
    assertThat(task.path("resourceType").asString()).isEqualTo("Task");
    assertThat(task.path("for").path("reference").asString()).isEqualTo("Patient/c-task");
    assertThat(task.path("encounter").path("reference").asString()).isEqualTo("Encounter/c-task-e");
    assertThat(task.path("owner").path("reference").asString()).isEqualTo("Practitioner/intaker");
    assertThat(task.path("code").path("coding").path(0).path("code").asString())
        .isEqualTo("kindcheck");
  }

  @Test
  void codesEveryReasonToOverride() {
    List<String> codes = new ArrayList<>();
    for (JsonNode reason :
        card(hook("haven", Bodies.intake("c-over", "c-over-e", DAY))).path("overrideReasons")) {
      assertThat(reason.path("system").asString())
          .isEqualTo("https://kindcheck.example/fhir/CodeSystem/override-reason");
      assertThat(reason.path("display").asString()).isNotBlank();
      codes.add(reason.path("code").asString());
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "already-discussed",
            "parent-declines-now",
            "postponed",
            "not-applicable",
            "not-my-patient");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-empty", "c-empty-postponed"})
  void hasNoEmptyField(String patient) {
    hook("haven", Bodies.intake(patient, patient + "-e", DAY));
    if (patient.endsWith("postponed")) {
      postpone(patient);
    }
    hasNoEmptyField(card(hook("haven", Bodies.view(patient))));
  }

  private void postpone(String patient) {
    String items =
        Bodies.outcome("postponed")
            + ",{\"linkId\": \"reason\", \"answer\": [{\"valueString\": \"Te onrustig\"}]},"
            + "{\"linkId\": \"postponed-until\", \"answer\": [{\"valueDate\": \"2026-06-10\"}]}";
    Answer stored =
        fhirPost(
            "haven", "QuestionnaireResponse", Bodies.response(patient, patient + "-e", DAY, items));
    assertThat(stored.status()).as(stored.body()).isEqualTo(201);
  }

  private static void hasNoEmptyField(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    if (node.isContainer()) {
      assertThat(node.size()).isPositive();
      node.forEach(CardTests::hasNoEmptyField);
    } else if (node.isString()) {
      assertThat(node.asString()).isNotBlank();
    }
  }

  @Test
  void ofAPostponedKindcheckSaysUntilWhenAndSuggestsNothing() {
    hook("haven", Bodies.intake("c-later-on", "c-later-on-e", DAY));
    postpone("c-later-on");
    JsonNode card = card(hook("haven", Bodies.view("c-later-on")));
    assertThat(card.path("detail").asString()).contains("10 juni 2026").doesNotContain("onrustig");
    assertThat(card.has("suggestions")).isFalse();
    assertThat(card.has("selectionBehavior")).isFalse();
  }

  @Test
  void keepsItsIdForOnePatientAndMoment() {
    String body = Bodies.intake("c-id", "c-id-e", DAY);
    String first = card(hook("haven", body)).path("uuid").asString();
    assertThat(card(hook("haven", body)).path("uuid").asString()).isEqualTo(first);
    assertThat(count("hook_call WHERE card_id = ?::uuid", first)).isEqualTo(2);
  }

  @Test
  void keepsItsIdWhenTheRecordIsViewedAgain() {
    hook("haven", Bodies.intake("c-id2", "c-id2-e", DAY));
    String first = card(hook("haven", Bodies.view("c-id2"))).path("uuid").asString();
    assertThat(card(hook("haven", Bodies.view("c-id2"))).path("uuid").asString()).isEqualTo(first);
  }

  @Test
  void hasAnotherIdForAnotherPatientEncounterOrOrganisation() {
    Set<String> ids = new HashSet<>();
    ids.add(card(hook("haven", Bodies.intake("c-id3", "c-id3-e", DAY))).path("uuid").asString());
    ids.add(card(hook("haven", Bodies.intake("c-id3", "c-id3-f", DAY))).path("uuid").asString());
    ids.add(card(hook("haven", Bodies.intake("c-id4", "c-id3-e", DAY))).path("uuid").asString());
    ids.add(card(hook("duin", Bodies.intake("c-id3", "c-id3-e", DAY))).path("uuid").asString());
    assertThat(ids).hasSize(4);
  }

  @Test
  void isOneForManyCallsAtOnce() throws InterruptedException, ExecutionException {
    hook("haven", Bodies.view("c-id5-warm"));
    ExecutorService callers = Executors.newFixedThreadPool(8);
    Set<String> ids = new HashSet<>();
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      (Callable<Answer>)
                          () -> hook("haven", Bodies.intake("c-id5", "c-id5-e", DAY)))
              .toList();
      for (Future<Answer> one : callers.invokeAll(calls)) {
        ids.add(card(one.get()).path("uuid").asString());
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(ids).hasSize(1);
    assertThat(
            count(
                "(SELECT DISTINCT card_id FROM hook_call WHERE encounter_ref = 'Encounter/c-id5-e')"
                    + " c"))
        .isEqualTo(1);
    assertThat(count("family WHERE patient_ref = 'Patient/c-id5'")).isEqualTo(1);
  }

  @Test
  void speaksDutchUnlessEnglishIsAskedFor() {
    String body = Bodies.intake("c-words", "c-words-e", DAY);
    assertThat(detail(hook("haven", body))).contains("Waarom nu").contains("1 juni 2026");
    assertThat(detail(hookIn("de", Bodies.view("c-words")))).contains("Waarom nu");
    assertThat(detail(hookIn("fr;q=0.9, *;q=0.1", Bodies.view("c-words")))).contains("Waarom nu");
    assertThat(detail(hookIn("en-GB,en;q=0.8", Bodies.view("c-words"))))
        .contains("Why now")
        .contains("1 June 2026");
  }

  @ParameterizedTest
  @CsvSource({"EMER, crisis", "IMP, opname"})
  void asksFirstWhereTheChildrenAreNow(String encounterClass, String word) {
    String patient = "c-urgent-" + encounterClass;
    assertThat(detail(hook("haven", ofClass(patient, encounterClass))))
        .startsWith("**" + WHERE + "**")
        .contains("Er is een " + word + " op 1 juni 2026.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AMB", "VR", "XYZ"})
  void asksAlsoAtAnEncounterThatIsNoMoment(String encounterClass) {
    String patient = "c-unmapped-" + encounterClass;
    Answer answer =
        hook(
            "haven",
            changed(
                ofClass(patient, encounterClass),
                b -> {
                  prefetch(b).putNull("episodes");
                  prefetch(b).putNull("encounters");
                }));
    isDue(answer);
    assertThat(detail(answer)).doesNotContain("intake");
  }

  @Test
  void asksAtADischarge() {
    hook("haven", Bodies.intake("c-leave", "c-leave-e", DAY));
    fhirPost("haven", "QuestionnaireResponse", Bodies.twoChildren("c-leave", "c-leave-e", DAY));
    assertThat(cards(hook("haven", Bodies.view("c-leave")))).isEmpty();
    clock.moveTo(LocalDate.of(2026, 7, 1));
    String leaves =
        changed(
            ofClass("c-leave", "IMP"),
            b -> {
              b.put("hook", "encounter-discharge");
              at(b, "context").put("encounterId", "c-leave-f");
              at(prefetch(b), "encounter").put("id", "c-leave-f");
            });
    Answer answer = hook("haven", leaves);
    isDue(answer);
    assertThat(detail(answer)).contains("1 juli 2026");
  }

  @Test
  void asksNothingMoreWhenATalkEnds() {
    hook("haven", Bodies.intake("c-talk", "c-talk-e", DAY));
    fhirPost("haven", "QuestionnaireResponse", Bodies.twoChildren("c-talk", "c-talk-e", DAY));
    clock.moveTo(LocalDate.of(2026, 7, 2));
    String ends =
        changed(
            ofClass("c-talk", "AMB"),
            b -> {
              b.put("hook", "encounter-discharge");
              at(b, "context").put("encounterId", "c-talk-f");
              at(prefetch(b), "encounter").put("id", "c-talk-f");
            });
    assertThat(cards(hook("haven", ends))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EMER, in-progress, true",
    "IMP, onleave, true",
    "EMER, finished, false",
    "AMB, in-progress, false"
  })
  void asksWhereTheChildrenAreWhileACrisisOrAnAdmissionGoesOn(
      String encounterClass, String status, boolean asked) {
    String patient = "c-goes-on-" + encounterClass + status;
    String running = Bodies.encounter(patient, patient + "-e", DAY, encounterClass, status);
    Answer answer =
        hook("haven", view(patient, b -> prefetch(b).set("encounters", json(bundle(running)))));
    isDue(answer);
    assertThat(detail(answer).contains(WHERE)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "entered-in-error", "noshow"})
  void countsAnEncounterThatDidNotHappenForNothing(String status) {
    String patient = "c-none-" + status;
    hook("haven", ofClass(patient, "EMER"));
    Answer answer =
        hook(
            "haven",
            changed(
                ofClass(patient, "EMER"), b -> at(prefetch(b), "encounter").put("status", status)));
    assertThat(detail(answer)).doesNotContain("crisis").doesNotContain(WHERE);
  }

  @Test
  void isNotShownAfterAKindcheckWithContent() {
    hook("haven", Bodies.intake("c-done", "c-done-e", DAY));
    fhirPost("haven", "QuestionnaireResponse", Bodies.twoChildren("c-done", "c-done-e", DAY));
    assertThat(cards(hook("haven", Bodies.view("c-done")))).isEmpty();
  }

  @Test
  void staysAfterABareTick() {
    hook("haven", Bodies.intake("c-tick", "c-tick-e", DAY));
    fhirPost("haven", "QuestionnaireResponse", Bodies.bareTick("c-tick", "c-tick-e", DAY));
    isDue(hook("haven", Bodies.view("c-tick")));
  }

  @Test
  void isNotShownWithoutOpenCare() {
    hook("haven", Bodies.intake("c-closed", "c-closed-e", DAY));
    assertThat(cards(hook("haven", closed("c-closed")))).isEmpty();
    assertThat(cards(hook("haven", Bodies.view("c-closed")))).isEmpty();
  }

  private static String closed(String patient) {
    return view(
        patient, b -> prefetch(b).set("episodes", json(bundle(episode(patient, "finished")))));
  }

  @Test
  void saysThatItIsNotCertainWhereAPauseCannotBeCheckedToday() {
    hook("haven", Bodies.intake("c-back", "c-back-e", DAY));
    hook("haven", closed("c-back"));
    String body = view("c-back", b -> prefetch(b).remove("episodes"));
    isUndetermined(hook("haven", body));
    assertThat(lines(World.HAVEN, instanceOf(body))).containsExactly("undetermined");
  }

  @Test
  void isNotShownForAPatientWhoDiedAndLeavesOneTaskForTheChildren()
      throws InterruptedException, ExecutionException {
    hook("haven", Bodies.intake("c-died", "c-died-e", DAY));
    String died =
        changed(
            Bodies.view("c-died"),
            b -> at(prefetch(b), "patient").put("deceasedDateTime", "2026-06-01"));
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, 4)
              .mapToObj(i -> (Callable<Answer>) () -> hook("haven", died))
              .toList();
      for (Future<Answer> one : callers.invokeAll(calls)) {
        assertThat(cards(one.get())).isEmpty();
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(cards(hook("haven", died))).isEmpty();
    assertThat(cards(hook("haven", Bodies.view("c-died")))).isEmpty();
    assertThat(tasksForTheChildrenOf("c-died")).isEqualTo(1);
  }

  @Test
  void leavesTheTaskForTheChildrenAlsoWhereTheDeathWasRecordedAndTheTaskWasLost() {
    String died =
        changed(
            Bodies.view("c-died2"),
            b -> at(prefetch(b), "patient").put("deceasedDateTime", "2026-06-01"));
    hook("haven", died);
    lose("c-died2");
    assertThat(tasksForTheChildrenOf("c-died2")).isZero();
    hook("haven", died);
    assertThat(tasksForTheChildrenOf("c-died2")).isEqualTo(1);
  }

  /** As where the process dies between the two. */
  private static void lose(String patient) {
    stored(
        Object.class,
        """
        DELETE FROM task_event t USING family f
        WHERE t.tenant_id = f.tenant_id AND t.family_id = f.family_id AND f.patient_ref = ? RETURNING t.task_id\
        """,
        "Patient/" + patient);
  }

  private static long tasksForTheChildrenOf(String patient) {
    return count(
        "task_event t JOIN family f USING (tenant_id, family_id) WHERE t.code ="
            + " 'kindcheck-for-the-children' AND f.patient_ref = ?",
        "Patient/" + patient);
  }
}
