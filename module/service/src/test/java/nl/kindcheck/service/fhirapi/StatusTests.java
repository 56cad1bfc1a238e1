package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How a patient's Kindcheck stands, with its reasons. */
class StatusTests extends FhirTest {

  private JsonNode status(String patient) {
    Answer answer = fhirGet("haven", "Patient/" + patient + "/$kindcheck-status");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String value(JsonNode parameters, String name, String type) {
    for (JsonNode parameter : parameters.path("parameter")) {
      if (parameter.path("name").asString().equals(name)) {
        return parameter.path("value" + type).asString("");
      }
    }
    return "";
  }

  @Test
  void anIntakeMakesItDueWithItsReasonAndItsOwner() {
    hook("haven", Bodies.intake("f-st-1", "f-st-e1", DAY));
    JsonNode status = status("f-st-1");
    assertThat(value(status, "status", "Code")).isEqualTo("due");
    assertThat(value(status, "due", "Date")).isEqualTo(DAY);
    assertThat(status.toString())
        .contains("recurrence.event.intake")
        .contains("Practitioner/intaker")
        .contains("standard-1");
    assertThat(value(status, "last", "Date")).isEmpty();
  }

  @Test
  void contentSetsTheNextDateAndSaysWhatWasFound() {
    recorded("haven", "f-st-2");
    JsonNode status = status("f-st-2");
    assertThat(value(status, "status", "Code")).isEqualTo("not-due");
    assertThat(value(status, "due", "Date")).isEqualTo("2026-12-01");
    assertThat(value(status, "last", "Date")).isEqualTo(DAY);
    assertThat(value(status, "outcome", "Code")).isEqualTo("goes-well");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30, not-due",
    "2026-12-01, due",
    "2026-12-08, due",
    "2026-12-09, overdue",
    "2027-12-09, overdue"
  })
  void itComesBackWhenItsTimeHasCome(LocalDate day, String expected) {
    String patient = "f-st-3-" + day;
    recorded("haven", patient);
    clock.moveTo(day);
    assertThat(value(status(patient), "status", "Code")).isEqualTo(expected);
  }

  @Test
  void ofAStrangerItIsNeverSaidThatAllIsDone() {
    JsonNode status = status("f-st-nobody");
    assertThat(value(status, "status", "Code")).isNotIn("not-due", "paused", "stopped", "");
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = 'Patient/f-st-nobody'"))
        .isZero();
  }

  @Test
  void theWordsAreInTheCallersLanguage() {
    assertThat(status("f-st-4").toString()).contains("Zijn er kinderen");
    Answer english =
        send(
            request("/fhir/Patient/f-st-4/$kindcheck-status")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Accept-Language", "en"));
    assertThat(english.body()).contains("Are there children");
  }

  @Test
  void withoutAPatientItIsNotOffered() {
    Answer answer = fhirGet("haven", "Patient/$kindcheck-status");
    assertThat(answer.status()).isIn(400, 404, 405);
    refused(answer, answer.status());
  }
}
