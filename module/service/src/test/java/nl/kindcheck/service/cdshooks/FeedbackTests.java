package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a card. */
class FeedbackTests extends HooksTest {

  private String shown(String organisation, String patient) {
    return card(hook(organisation, Bodies.intake(patient, patient + "-e", DAY)))
        .path("uuid")
        .asString();
  }

  private static String accepted(String card) {
    return """
    {"card": "%s", "outcome": "accepted", "outcomeTimestamp": "2026-06-01T09:05:00Z",
     "acceptedSuggestions": [{"id": "%s"}]}\
    """
        .formatted(card, UUID.randomUUID());
  }

  private static String overridden(String card) {
    return """
    {"card": "%s", "outcome": "overridden", "outcomeTimestamp": "2026-06-01T11:05:00+02:00", "overrideReason":
     {"reason": {"code": "parent-declines-now", "system": "https://kindcheck.example/fhir/CodeSystem/override-reason"},
      "userComment": "Volgende week opnieuw"}}\
    """
        .formatted(card);
  }

  private static String feedback(String... entries) {
    return "{\"feedback\": [" + String.join(",", entries) + "]}";
  }

  private static long rows(String card) {
    return count("card_feedback WHERE card_id = ?::uuid", card);
  }

  @Test
  void isStoredWithItsReason() {
    String card = shown("haven", "c-fb1");
    assertThat(call(FEEDBACK, feedback(overridden(card))).status()).isEqualTo(200);
    assertThat(
            stored(
                String.class,
                """
                SELECT outcome || '|' || reason_code || '|' || user_comment || '|' || tenant_id FROM card_feedback
                WHERE card_id = ?::uuid\
                """,
                card))
        .containsExactly("overridden|parent-declines-now|Volgende week opnieuw|" + World.HAVEN);
  }

  @Test
  void isStoredForEveryCardOfTheArray() {
    String one = shown("haven", "c-fb2");
    String two = shown("haven", "c-fb3");
    assertThat(call(FEEDBACK, feedback(accepted(one), overridden(two))).status()).isEqualTo(200);
    assertThat(List.of(rows(one), rows(two))).containsExactly(1L, 1L);
  }

  @Test
  void isStoredOnceHoweverOftenItComes() {
    String card = shown("haven", "c-fb4");
    String body = feedback(overridden(card), overridden(card));
    assertThat(call(FEEDBACK, body).status()).isEqualTo(200);
    assertThat(call(FEEDBACK, body).status()).isEqualTo(200);
    assertThat(rows(card)).isEqualTo(1);
  }

  @Test
  void closesNothingByItself() {
    String card = shown("haven", "c-fb5");
    call(FEEDBACK, feedback(accepted(card)));
    isDue(hook("haven", Bodies.view("c-fb5")));
  }

  @Test
  void mayComeEmpty() {
    assertThat(call(FEEDBACK, feedback()).status()).isEqualTo(200);
  }

  @Test
  void onACardThatNobodyGaveIsRefusedAndNothingOfTheArrayStored() {
    String card = shown("haven", "c-fb6");
    Answer answer =
        call(FEEDBACK, feedback(accepted(card), accepted(UUID.randomUUID().toString())));
    isRefused(answer, 422, "feedback[1].card");
    assertThat(rows(card)).isZero();
  }

  @Test
  void onACardOfTheOtherOrganisationIsRefused() {
    String card = shown("duin", "c-fb7");
    isRefused(call(FEEDBACK, feedback(accepted(card))), 422, "feedback[0].card");
    assertThat(rows(card)).isZero();
  }

  @Test
  void isRefusedWithAUsedToken() {
    String card = shown("haven", "c-fb8");
    String token = "Bearer " + World.hookToken("haven", FEEDBACK);
    assertThat(call(FEEDBACK, token, feedback()).status()).isEqualTo(200);
    assertThat(call(FEEDBACK, token, feedback(accepted(card))).status()).isEqualTo(401);
    assertThat(rows(card)).isZero();
  }

  @Test
  void isRefusedWithATokenForTheHook() {
    String token = "Bearer " + World.hookToken("haven", HOOK);
    assertThat(call(FEEDBACK, token, feedback()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "[]", "null", "\"feedback\"", "{\"feedback\": []} trailing"})
  void isRefusedWhereItIsNoObject(String body) {
    isRefused(call(FEEDBACK, body), 400, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"feedback\": null}", "{\"feedback\": {}}", "{\"feedback\": \"x\"}"})
  void isRefusedWhereThereIsNoArray(String body) {
    isRefused(call(FEEDBACK, body), 400, "feedback");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "\"x\"", "[]", "{}"})
  void isRefusedWhereAnEntryIsNone(String entry) {
    isRefused(call(FEEDBACK, feedback(entry)), 422, "feedback[0].card");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card | 5",
        "card | \"not-a-uuid\"",
        "card | null",
        "outcome | \"seen\"",
        "outcome | 1",
        "outcome | null",
        "outcomeTimestamp | \"yesterday\"",
        "outcomeTimestamp | \"2026-06-01\"",
        "outcomeTimestamp | \"2026-06-01T09:00:00\"",
        "outcomeTimestamp | \"2026-02-30T09:00:00Z\"",
        "outcomeTimestamp | \"+999999999-12-31T23:59:59Z\"",
        "outcomeTimestamp | \"-0044-03-15T12:00:00Z\"",
        "outcomeTimestamp | 1780000000",
        "acceptedSuggestions | \"x\"",
        "acceptedSuggestions | {\"id\": \"x\"}",
        "overrideReason | \"busy\"",
        "overrideReason | []"
      })
  void namesTheFieldThatIsWrong(String field, String value) {
    String card = shown("haven", "c-fb-wrong");
    long before = rows(card);
    Answer answer =
        call(FEEDBACK, feedback(changed(overridden(card), e -> e.set(field, json(value)))));
    isRefused(answer, 422, "feedback[0]." + field);
    assertThat(rows(card)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "userComment | 7",
        "userComment | {\"text\": \"x\"}",
        "userComment | \"Zijn nummer is 123456782\"",
        "userComment | \"Zijn nummer is 123 456 782\"",
        "userComment | \"a\\u0000b\"",
        "reason | \"busy\"",
        "reason | [1]"
      })
  void namesTheFieldOfAReasonThatIsWrong(String field, String value) {
    String card = shown("haven", "c-fb-reason");
    Consumer<ObjectNode> change = e -> at(e, "overrideReason").set(field, json(value));
    Answer answer = call(FEEDBACK, feedback(changed(overridden(card), change)));
    isRefused(answer, 422, "feedback[0].overrideReason." + field);
    assertThat(answer.body()).doesNotContain("123456782", "123 456 782");
    assertThat(rows(card)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"code | 7", "code | \"123456782\"", "system | {}", "code | \"a\\u0000\""})
  void namesTheFieldOfACodeThatIsWrong(String field, String value) {
    String card = shown("haven", "c-fb-code");
    Consumer<ObjectNode> change =
        e -> at(e.path("overrideReason"), "reason").set(field, json(value));
    Answer answer = call(FEEDBACK, feedback(changed(overridden(card), change)));
    isRefused(answer, 422, "feedback[0].overrideReason.reason." + field);
  }

  @Test
  void isRefusedWhereTheCommentIsTooLong() {
    String card = shown("haven", "c-fb9");
    JsonNode longest = json("\"" + "x".repeat(2_001) + "\"");
    Answer answer =
        call(
            FEEDBACK,
            feedback(
                changed(
                    overridden(card), e -> at(e, "overrideReason").set("userComment", longest))));
    isRefused(answer, 422, "feedback[0].overrideReason.userComment");
    assertThat(rows(card)).isZero();
  }

  @Test
  void namesTheSuggestionThatIsWrong() {
    String card = shown("haven", "c-fb10");
    JsonNode suggestions = json("[{\"id\": \"" + UUID.randomUUID() + "\"}, {\"id\": 5}]");
    Answer answer =
        call(
            FEEDBACK,
            feedback(changed(accepted(card), e -> e.set("acceptedSuggestions", suggestions))));
    isRefused(answer, 422, "feedback[0].acceptedSuggestions[1].id");
  }
}
