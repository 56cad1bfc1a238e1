package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;

/** Somebody outside lets us know that a parent needs a Kindcheck. */
class SignalTests extends FhirTest {

  private static String signal(String patient, String identifier) {
    return """
    {"resourceType": "Communication", "status": "completed",
     "identifier": [{"system": "https://jeugdhulp.example", "value": "%s"}],
     "category": [{"coding": [{"system": "https://kindcheck.example/fhir/CodeSystem/signalled-by", "code": "youth-care"}]}],
     "reasonCode": [{"coding": [{"system": "https://kindcheck.example/fhir/CodeSystem/communication", "code": "kindcheck-wanted"}]}],
     "subject": {"reference": "Patient/%s"}}\
    """
        .formatted(identifier, patient);
  }

  @Test
  void aKindcheckIsDueFromThatDayAndSaysInGeneralWordsWhoAskedForIt() {
    recorded("haven", "signal-1");
    assertThat(fhirGet("haven", "Patient/signal-1/$kindcheck-status").body())
        .contains("\"not-due\"");
    clock.moveTo(Instant.parse("2026-06-03T09:00:00Z"));
    Answer taken = fhirPost("haven", "Communication", signal("signal-1", "s-1"));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    Answer status = fhirGet("haven", "Patient/signal-1/$kindcheck-status");
    assertThat(status.body())
        .contains(
            "\"valueCode\":\"due\"",
            "recurrence.event.signal",
            "Op 3 juni 2026 heeft de jeugdhulp laten weten dat een Kindcheck nodig is.");
    assertThat(fhirGet("haven", "Task?patient=Patient/signal-1&status=requested").body())
        .contains("\"kindcheck\"");
  }

  @Test
  void aSignalThatComesTwiceCountsOnce() {
    String id = null;
    for (int i = 0; i < 2; i++) {
      Answer taken = fhirPost("haven", "Communication", signal("signal-2", "s-2"));
      assertThat(taken.status()).isEqualTo(201);
      String given = taken.json().path("id").asString();
      assertThat(id == null ? given : id).isEqualTo(given);
      id = given;
    }
    assertThat(rows("care_seen", "signal-2")).isEqualTo(1);
  }

  @Test
  void aKindcheckAfterwardsAnswersIt() {
    assertThat(fhirPost("haven", "Communication", signal("signal-3", "s-3")).status())
        .isEqualTo(201);
    recorded("haven", "signal-3");
    assertThat(fhirGet("haven", "Patient/signal-3/$kindcheck-status").body())
        .contains("\"not-due\"");
  }

  @Test
  void whatASenderAddsIsRefusedSoThatNobodyBelievesItWasKept() {
    String body = signal("signal-4", "s-4");
    String told =
        body.replace("\"status\"", "\"payload\": [{\"contentString\": \"...\"}], \"status\"");
    refused(fhirPost("haven", "Communication", told), 422, "Communication.payload");
    String about = body.replace("\"status\"", "\"topic\": {\"text\": \"...\"}, \"status\"");
    refused(fhirPost("haven", "Communication", about), 422, "Communication.topic.text");
    refused(
        fhirPost("haven", "Communication", body.replace("completed", "not-done")),
        422,
        "Communication.status");
    refused(
        fhirPost("haven", "Communication", body.replace("kindcheck-wanted", "hello")),
        422,
        "Communication.reasonCode");
    refused(
        fhirPost("haven", "Communication", body.replace("youth-care", "neighbour")),
        422,
        "Communication.category");
    refused(
        fhirPost("haven", "Communication", body.replace("Patient/", "Group/")),
        422,
        "Communication.subject");
    refused(
        fhirPost(
            "haven", "Communication", body.replace("\"value\": \"s-4\"", "\"use\": \"usual\"")),
        422,
        "Communication.identifier");
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = ?", "Patient/signal-4"))
        .isZero();
  }

  @Test
  void itNeedsTheScopeToCreateOne() {
    Answer answer =
        send(
            request("/fhir/Communication")
                .header(
                    "Authorization", "Bearer " + World.bearer("haven", "system/Communication.rs"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(signal("signal-5", "s-5"))));
    refused(answer, 403);
  }
}
