package nl.kindcheck.service.cdshooks;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A prefetch in every form that a client may send, and the data that it may lack. */
class PrefetchTests extends HooksTest {

  private static final String OUTCOME =
      """
      {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "processing"}]}\
      """;

  private static String patient(String id) {
    return "{\"resourceType\": \"Patient\", \"id\": \"" + id + "\"}";
  }

  private static String encounter(String patient) {
    return Bodies.encounter(patient, patient + "-e", DAY, "AMB", "in-progress");
  }

  /** All that the Haven's FHIR server can say of a patient at an intake. */
  private static void epdKnows(String id) {
    epdGives("Patient/" + id, patient(id));
    epdGives("Encounter/" + id + "-e", encounter(id));
    epdGives("Encounter?patient=" + id + "&_sort=-date&_count=50", bundle(encounter(id)));
    epdGives("EpisodeOfCare?patient=" + id + "&_count=20", bundle(episode(id, "active")));
    epdGives(
        "Observation?patient="
            + id
            + "&code=urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1%7C&_sort=-date&_count=5",
        bundle());
  }

  private static void isAnIntake(Answer answer) {
    isDue(answer);
    assertThat(card(answer).path("detail").asString()).contains("Er is een intake op 1 juni 2026.");
  }

  private static void wasFetched(String path) {
    World.OUTSIDE.verify(
        1,
        getRequestedFor(urlEqualTo("/haven/fhir/" + path))
            .withHeader("Authorization", equalTo("Bearer " + ACCESS_TOKEN)));
  }

  @Test
  void needsNothingElseWhereItIsFilledWhole() {
    isAnIntake(hook("haven", intake("c-whole", HooksTest::havensServer)));
    nothingWasFetched();
  }

  @Test
  void isFetchedWholeWithTheGivenTokenWhereThereIsNone() {
    epdKnows("c-none");
    isAnIntake(
        hook(
            "haven",
            intake(
                "c-none",
                b -> {
                  havensServer(b);
                  b.remove("prefetch");
                })));
    wasFetched("Patient/c-none");
    wasFetched("Encounter/c-none-e");
    wasFetched("EpisodeOfCare?patient=c-none&_count=20");
  }

  @Test
  void isFetchedWhereAKeyIsMissingAndOnlyThere() {
    epdKnows("c-part");
    isAnIntake(
        hook(
            "haven",
            intake(
                "c-part",
                b -> {
                  havensServer(b);
                  prefetch(b).remove("episodes");
                })));
    wasFetched("EpisodeOfCare?patient=c-part&_count=20");
    World.OUTSIDE.verify(1, getRequestedFor(urlMatching("/haven/fhir.*")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient", "encounter", "encounters", "episodes"})
  void isFetchedWhereAKeyHoldsAnOperationOutcome(String key) {
    String id = "c-outcome-" + key;
    epdKnows(id);
    isAnIntake(
        hook(
            "haven",
            intake(
                id,
                b -> {
                  havensServer(b);
                  prefetch(b).set(key, json(OUTCOME));
                })));
    World.OUTSIDE.verify(1, getRequestedFor(urlMatching("/haven/fhir.*")));
  }

  @Test
  void sendsNoTokenWhereNoneWasGiven() {
    epdKnows("c-open");
    hook(
        "haven",
        intake(
            "c-open",
            b -> {
              b.put("fhirServer", World.fhirServer("haven") + "/");
              prefetch(b).remove("patient");
            }));
    World.OUTSIDE.verify(
        1,
        getRequestedFor(urlEqualTo("/haven/fhir/Patient/c-open")).withoutHeader("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient", "encounter"})
  void isRefusedWhereARequiredReadIsNull(String key) {
    Answer answer =
        hook(
            "haven",
            intake(
                "c-null-" + key,
                b -> {
                  havensServer(b);
                  prefetch(b).putNull(key);
                }));
    isRefused(answer, 412, "prefetch." + key);
    nothingWasFetched();
    assertThat(count("family WHERE patient_ref = ?", "Patient/c-null-" + key)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient", "encounter"})
  void isRefusedWhereARequiredKeyIsMissingAndThereIsNoServer(String key) {
    isRefused(
        hook("haven", intake("c-absent-" + key, b -> prefetch(b).remove(key))),
        412,
        "prefetch." + key);
  }

  @Test
  void isRefusedWhereAnOperationOutcomeStandsForRequiredDataAndThereIsNoServer() {
    Answer answer =
        hook("haven", intake("c-outcome", b -> prefetch(b).set("patient", json(OUTCOME))));
    isRefused(answer, 412, "prefetch.patient");
  }

  @ParameterizedTest
  @ValueSource(strings = {"encounters", "episodes", "evaluations"})
  void stillAsksWhereASearchIsNull(String key) {
    isDue(hook("haven", intake("c-search-" + key, b -> prefetch(b).putNull(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"encounters", "episodes", "evaluations"})
  void stillAsksWhereASearchCannotBeHad(String key) {
    World.OUTSIDE.stubFor(get(urlMatching("/haven/fhir/.*")).willReturn(status(500)));
    isDue(
        hook(
            "haven",
            intake(
                "c-lost-" + key,
                b -> {
                  havensServer(b);
                  prefetch(b).remove(key);
                })));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 400, 401, 403, 404, 410, 429, 500, 503})
  void isRefusedWhereTheServerDoesNotGiveRequiredData(int status) {
    World.OUTSIDE.stubFor(
        get(urlMatching("/haven/fhir/.*"))
            .willReturn(status(status).withHeader("Location", World.url("/elsewhere/Patient"))));
    Answer answer =
        hook(
            "haven",
            intake(
                "c-status-" + status,
                b -> {
                  havensServer(b);
                  prefetch(b).remove("patient");
                }));
    isRefused(answer, 412, "prefetch.patient");
    assertThat(answer.body()).doesNotContain(ACCESS_TOKEN);
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "{\"resourceType\": \"Patient\"", "[]", "null", "\"Patient\"", "7"})
  void isRefusedWhereTheServerAnswersGarbage(String garbage) {
    World.OUTSIDE.stubFor(get(urlMatching("/haven/fhir/.*")).willReturn(okJson(garbage)));
    Answer answer =
        hook(
            "haven",
            intake(
                "c-garbage",
                b -> {
                  havensServer(b);
                  prefetch(b).remove("patient");
                }));
    isRefused(answer, 412, "prefetch.patient");
  }

  @Test
  void isRefusedWhereTheServersAnswerIsNestedWithoutEnd() {
    World.OUTSIDE.stubFor(
        get(urlMatching("/haven/fhir/.*")).willReturn(okJson("{\"a\":".repeat(10_000))));
    Answer answer =
        hook(
            "haven",
            intake(
                "c-deep",
                b -> {
                  havensServer(b);
                  prefetch(b).remove("patient");
                }));
    isRefused(answer, 412, "prefetch.patient");
  }

  @Test
  void isRefusedWhereTheServersAnswerIsHuge() {
    String huge =
        "{\"resourceType\": \"Patient\", \"id\": \"c-huge\", \"x\": \""
            + "x".repeat(5 * 1024 * 1024)
            + "\"}";
    World.OUTSIDE.stubFor(get(urlMatching("/haven/fhir/.*")).willReturn(okJson(huge)));
    Answer answer =
        hook(
            "haven",
            intake(
                "c-huge",
                b -> {
                  havensServer(b);
                  prefetch(b).remove("patient");
                }));
    isRefused(answer, 412, "prefetch.patient");
  }

  @Test
  void isRefusedWhereTheEncounterIsOfAnotherPatient() {
    Answer answer =
        hook(
            "haven",
            intake(
                "c-mine",
                b ->
                    at(prefetch(b).path("encounter"), "subject")
                        .put("reference", "Patient/c-somebody-else")));
    isRefused(answer, 422, "prefetch.encounter.subject");
    assertThat(count("family WHERE patient_ref = 'Patient/c-mine'")).isZero();
  }

  @Test
  void isRefusedWhereTheEncounterIsAnotherOne() {
    Answer answer =
        hook("haven", intake("c-mine2", b -> at(prefetch(b), "encounter").put("id", "other")));
    isRefused(answer, 422, "prefetch.encounter.id");
    assertThat(count("care_seen WHERE reference = 'Encounter/other'")).isZero();
  }

  @Test
  void isRefusedWhereThePatientIsAnotherOne() {
    Answer answer =
        hook(
            "haven",
            intake(
                "c-mine3",
                b ->
                    at(prefetch(b), "patient")
                        .put("id", "c-somebody-else")
                        .put("deceasedBoolean", true)));
    isRefused(answer, 422, "prefetch.patient.id");
    assertThat(count("family WHERE patient_ref = 'Patient/c-mine3'")).isZero();
  }

  @Test
  void isRefusedWhereTheEncounterHasNoSubject() {
    Answer answer =
        hook("haven", intake("c-subject", b -> at(prefetch(b), "encounter").remove("subject")));
    isRefused(answer, 422, "prefetch.encounter.subject");
    assertThat(count("family WHERE patient_ref = 'Patient/c-subject'")).isZero();
  }

  @Test
  void takesASubjectThatIsNamedInFull() {
    isAnIntake(
        hook(
            "haven",
            intake(
                "c-full",
                b ->
                    at(prefetch(b).path("encounter"), "subject")
                        .put("reference", World.fhirServer("haven") + "/Patient/c-full"))));
  }

  @Test
  void namesTheFieldOfADateThatDoesNotExist() {
    Answer answer =
        hook(
            "haven",
            intake(
                "c-date",
                b -> at(prefetch(b).path("encounter"), "period").put("start", "2026-02-30")));
    isRefused(answer, 422, "prefetch.encounter.period.start");
  }

  @Test
  void namesTheFieldOfABundleThatIsNone() {
    Answer answer =
        hook("haven", intake("c-bundle", b -> at(prefetch(b), "encounters").put("entry", 5)));
    isRefused(answer, 422, "prefetch.encounters.entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient", "encounter"})
  void namesTheKeyThatHoldsAnotherResource(String key) {
    JsonNode other = json("{\"resourceType\": \"Basic\", \"id\": \"x\"}");
    Answer answer = hook("haven", intake("c-other-" + key, b -> prefetch(b).set(key, other)));
    isRefused(answer, 422, "prefetch." + key);
  }

  @Test
  void keepsNoReferenceThatADatabaseCannotKeep() {
    String manager =
        episode("c-nul", "active")
            .replace(
                "\"status\"",
                "\"careManager\": {\"reference\": \"Practitioner/a\\u0000b\"}, \"status\"");
    isAnIntake(
        hook("haven", intake("c-nul", b -> prefetch(b).set("episodes", json(bundle(manager))))));
  }

  @Test
  void keepsACareManagerWhoComesLaterAlsoWhenTheRecordIsRebuilt() {
    hook("haven", Bodies.intake("c-manager", "c-manager-e", DAY));
    String managed =
        episode("c-manager", "active")
            .replace(
                "\"status\"",
                "\"careManager\": {\"reference\": \"Practitioner/manager\"}, \"status\"");
    hook("haven", intake("c-manager", b -> prefetch(b).set("episodes", json(bundle(managed)))));
    fhirPost("haven", "QuestionnaireResponse", Bodies.bareTick("c-manager", "c-manager-e", DAY));
    JsonNode owner =
        card(hook("haven", Bodies.view("c-manager")))
            .path("suggestions")
            .path(0)
            .path("actions")
            .path(0)
            .path("resource")
            .path("owner");
    assertThat(owner.path("reference").asString()).isEqualTo("Practitioner/manager");
  }
}
