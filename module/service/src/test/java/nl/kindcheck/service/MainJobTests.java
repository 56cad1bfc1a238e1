package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The main job over HTTP: asked, recorded with content, and back when its time has come. */
class MainJobTests extends ServiceTest {

  @Test
  void asksAtTheIntakeIsSatisfiedByContentAndAsksAgain() {
    Answer atIntake = hook("haven", Bodies.intake("anja", "e1", "2026-06-01"));
    assertThat(atIntake.status()).as(atIntake.body()).isEqualTo(200);
    assertThat(atIntake.json().path("cards")).hasSize(1);

    Answer tick =
        fhirPost("haven", "QuestionnaireResponse", Bodies.bareTick("anja", "e1", "2026-06-01"));
    assertThat(tick.status()).as(tick.body()).isEqualTo(201);
    assertThat(tick.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(hook("haven", Bodies.view("anja")).json().path("cards")).hasSize(1);

    Answer recorded =
        fhirPost("haven", "QuestionnaireResponse", Bodies.twoChildren("anja", "e1", "2026-06-01"));
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
    assertThat(recorded.json().path("resourceType").asString()).isEqualTo("QuestionnaireResponse");
    assertThat(hook("haven", Bodies.view("anja")).json().path("cards")).isEmpty();

    Answer status = fhirGet("haven", "Patient/anja/$kindcheck-status");
    assertThat(status.body()).contains("\"not-due\"").contains("2026-12-01").contains("6 maanden");

    clock.moveTo(LocalDate.of(2026, 12, 2));
    assertThat(hook("haven", Bodies.view("anja")).json().path("cards")).hasSize(1);
  }
}
