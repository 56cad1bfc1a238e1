package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import org.junit.jupiter.api.Test;

/** The task that a card suggests. */
class SuggestedTaskTests extends ServiceTest {

  @Test
  void holdsNoBirthdayWhereABirthdayIsTheDueDate() {
    String about =
        Bodies.response(
            "c-birthday",
            "c-birthday-e",
            "2026-06-01",
            Bodies.outcome("goes-well")
                + ","
                + Bodies.child("Noor", "2022-09-03")
                + ","
                + Bodies.once());
    assertThat(fhirPost("haven", "QuestionnaireResponse", about).status()).isEqualTo(201);
    clock.moveTo(LocalDate.of(2026, 9, 5));

    Answer card = hook("haven", Bodies.view("c-birthday"));

    assertThat(card.json().path("cards")).hasSize(1);
    assertThat(card.body()).doesNotContain("2026-09-03").doesNotContain("3 september");
    assertThat(card.body()).contains("\"end\":\"2026-09-05\"");
  }
}
