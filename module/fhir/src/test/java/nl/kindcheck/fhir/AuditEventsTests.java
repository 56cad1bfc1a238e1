package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map from a line of the log to AuditEvent, as docs/audit.md describes it. */
class AuditEventsTests {

  private static AuditEvent event(String event, String ground, @Nullable String patient) {
    return AuditEvents.of(
        new AuditEventView(
            "12",
            Instant.parse("2026-06-01T09:00:00Z"),
            event,
            "Observation",
            null,
            List.of("code", "subject"),
            patient,
            "Practitioner/verzonnen",
            "clinician",
            "https://epd.example/fhir",
            null,
            "haven",
            ground,
            event.equals("refuse") ? "refused-403" : "done",
            false));
  }

  @ParameterizedTest
  @CsvSource({
    "read, 110110, R",
    "search, 110112, E",
    "create, 110110, C",
    "correct, 110110, U",
    "print, 110110, R",
    "export, 110106, R",
    "refuse, 110113, E",
    "emergency, 110113, E",
    "login, 110114, E",
    "logout, 110114, E",
    "launch, 110114, E",
    "hook, 110110, E",
    "disclose, 110110, R",
    "destroy, 110110, D",
    "read-log, 110101, R"
  })
  void everyEventHasItsTypeAndAction(String code, String type, String action) {
    AuditEvent event = event(code, "launch-context", "Patient/p");
    assertThat(event.getType().getCode()).isEqualTo(type);
    assertThat(event.getAction().toCode()).isEqualTo(action);
    assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(code);
    assertThat(event.getOutcome().toCode()).isEqualTo(code.equals("refuse") ? "4" : "0");
  }

  @Test
  void anEmergencyBreaksTheGlass() {
    assertThat(event("read", "emergency", "Patient/p").getPurposeOfEvent())
        .extracting(purpose -> purpose.getCodingFirstRep().getCode())
        .containsExactly("emergency", "BTG");
    assertThat(event("read", "launch-context", "Patient/p").getPurposeOfEvent()).hasSize(1);
  }

  @Test
  void aLineAboutNobodyNamesNoPatient() {
    assertThat(event("search", "system-scope", null).getEntity())
        .singleElement()
        .satisfies(object -> assertThat(object.getName()).isEqualTo("Observation"));
  }

  @Test
  void parametersAreNamedAndNeverAQuery() {
    var object = event("search", "system-scope", "Patient/p").getEntity().get(1);
    assertThat(object.getDetail())
        .extracting(d -> d.getValue().primitiveValue())
        .containsExactly("code", "subject");
    assertThat(object.hasQuery()).isFalse();
  }

  @Test
  void aLineThatIsNotSealedYetSaysSo() {
    assertThat(event("read", "launch-context", "Patient/p").getMeta().getTagFirstRep().getCode())
        .isEqualTo("not-sealed-yet");
  }
}
