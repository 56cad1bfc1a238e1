package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.LocalDate;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * A date out of bounds is refused on the form and over FHIR by the same rule, at its field, in the
 * language of who sent it. Today is the 1st of June 2026.
 */
class BoundsTests extends BrowserTest {

  private static final String DATE = "QuestionnaireResponse.item[1].answer[0].value";
  private static final String FOLLOW_UP = "QuestionnaireResponse.item[1].item[0].answer[0].value";

  @ParameterizedTest
  @CsvSource({
    "nl, 31-5-2026, Deze datum ligt voor het gesprek. Kies een dag vanaf 1 juni 2026.",
    "en, 5-2026, This date is before the conversation. Choose a day from 1 June 2026.",
    "nl, 2-6-2031, Deze datum ligt te ver weg. Kies een dag tot en met 1 juni 2031.",
    "en, 2062, This date is too far ahead. Choose a day up to 1 June 2031."
  })
  void aFollowUpOutOfBoundsIsRefusedAtItsFieldOnTheForm(String language, String date, String words)
      throws SQLException {
    String patient = patient();

    Answer page =
        sent(
            session(patient, language),
            START,
            TwoChildren.with("follow-up.0.action", "Anna belt", "follow-up.0.date", date));

    refused(page, "f-follow-up-0-date", date, words);
    assertThat(saved(patient)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, 2026-05-31, Deze datum ligt voor het gesprek. Kies een dag vanaf 1 juni 2026.",
    "en, 2026-05, This date is before the conversation. Choose a day from 1 June 2026.",
    "nl, 2031-06-02, Deze datum ligt te ver weg. Kies een dag tot en met 1 juni 2031.",
    "en, 2062, This date is too far ahead. Choose a day up to 1 June 2031."
  })
  void aFollowUpOutOfBoundsIsRefusedAtItsPlaceOverFhir(String language, String date, String words) {
    String items =
        Bodies.outcome("goes-well")
            + ", {\"linkId\": \"follow-up\", \"item\": ["
            + date("follow-up.date", date)
            + "]}";
    refused(over(language, "2026-06-01", items), FOLLOW_UP, words);
  }

  @ParameterizedTest
  @CsvSource({
    "nl, 1-6-2026, Kies een dag na 1 juni 2026.",
    "en, 31-5-2026, Choose a day after 1 June 2026.",
    "nl, 14-7-2026, Kies een dag tot en met 13 juli 2026.",
    "en, 1-6-2062, Choose a day up to 13 July 2026."
  })
  void aPostponementOutOfBoundsIsRefusedAtItsFieldOnTheForm(
      String language, String until, String words) throws SQLException {
    String patient = patient();

    Answer page =
        sent(
            session(patient, language),
            START,
            TwoChildren.with("outcome", "postponed", "reason", "Te moe", "postponed-until", until));

    refused(page, "f-postponed-until", until, words);
    assertThat(saved(patient)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, 2026-06-01, Kies een dag na 1 juni 2026.",
    "en, 2026-05-31, Choose a day after 1 June 2026.",
    "nl, 2026-07-14, Kies een dag tot en met 13 juli 2026.",
    "en, 2062-06-01, Choose a day up to 13 July 2026."
  })
  void aPostponementOutOfBoundsIsRefusedAtItsPlaceOverFhir(
      String language, String until, String words) {
    String items = Bodies.outcome("postponed") + ", " + date("postponed-until", until);
    refused(over(language, "2026-06-01", items), DATE, words);
  }

  @ParameterizedTest
  @CsvSource({
    "nl, 2026-06-02, Het gesprek kan niet in de toekomst liggen. Vandaag is 1 juni 2026.",
    "en, 2026-06-01T23:00:00Z, The conversation cannot be in the future. Today is 1 June 2026.",
    "nl, 1999-12-31, Dit gesprek is te lang geleden. Gebruik een dag vanaf 1 januari 2000.",
    "en, 1926-06-01, This conversation is too long ago. Use a day from 1 January 2000."
  })
  void aConversationOutOfBoundsIsRefused(String language, String authored, String words) {
    refused(
        over(language, authored, Bodies.outcome("goes-well")),
        "QuestionnaireResponse.authored",
        words);
  }

  @Test
  void whatLiesJustWithinTheBoundsIsTaken() {
    String patient = patient();
    recorded(
        sent(
            session(patient),
            START,
            TwoChildren.with(
                "follow-up.0.action", "Anna belt",
                "follow-up.0.date", "1-6-2026",
                "follow-up.1.action", "Noor belt",
                "follow-up.1.date", "1-6-2031")));
    String postponed = Bodies.outcome("postponed") + ", " + date("postponed-until", "2026-07-13");
    assertThat(over("nl", "2026-06-01T22:30:00+02:00", postponed).status()).isEqualTo(201);
    assertThat(over("nl", "2000-01-01", Bodies.outcome("goes-well")).status()).isEqualTo(201);
  }

  @Test
  void aCorrectionMayStillSayWhatWasAgreedForADayThatHasPassed() {
    String patient = patient();
    Launched anna = session(patient);
    String[] said = {"follow-up.0.action", "Anna belt", "follow-up.0.date", "20-6-2026"};
    String id = recorded(sent(anna, START, TwoChildren.with(said)));
    clock.moveTo(LocalDate.parse("2026-07-01"));
    try {
      String path = "/app/kindcheck/correct/" + id;
      Launched later = session(patient);
      String[] corrected =
          TwoChildren.with(
              "follow-up.0.action", "Anna belt",
              "follow-up.0.date", "20-6-2026",
              "children.0.label", "Nora",
              "read-version", "1",
              "amendment-reason", "Verkeerd verstaan");
      assertThat(recorded(sent(later, path, corrected))).isEqualTo(id);
    } finally {
      clock.moveTo(nl.kindcheck.service.MovedClock.START);
    }
  }

  private static void refused(Answer page, String id, String typed, String words) {
    assertThat(page.status()).as(page.body()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#" + id + "\"", "id=\"" + id + "-error\"", "value=\"" + typed + "\"")
        .contains(words)
        .doesNotContain("??");
  }

  private static void refused(Answer answer, String place, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    JsonNode issues = answer.json().path("issue");
    assertThat(issues.size()).as(answer.body()).isOne();
    assertThat(issues.path(0).path("expression").path(0).asString()).isEqualTo(place);
    assertThat(issues.path(0).path("diagnostics").asString()).isEqualTo(words);
  }

  private Answer over(String language, String authored, String items) {
    String patient = patient().replace("Patient/", "");
    return send(
        request("/fhir/QuestionnaireResponse")
            .header("Authorization", "Bearer " + World.bearer("haven", ALL))
            .header("Content-Type", "application/fhir+json")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(Bodies.response(patient, "e", authored, items))));
  }

  private static String date(String linkId, String date) {
    return "{\"linkId\": \"%s\", \"answer\": [{\"valueDate\": \"%s\"}]}".formatted(linkId, date);
  }
}
