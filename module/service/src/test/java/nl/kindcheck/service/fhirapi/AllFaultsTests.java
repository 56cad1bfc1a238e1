package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sender hears every fault at once, each at its exact place, and mends them in one go. */
class AllFaultsTests extends FhirTest {

  private static final String ROOT = "QuestionnaireResponse.";

  /** A response with a fault of every kind that can be read. */
  private static String wrong(String patient) {
    String child = Bodies.child("Bo 111222333", "1890-05").replace("\"goes-well\"", "\"splendid\"");
    String items =
        String.join(
            ",",
            Bodies.outcome("goes-well"),
            child,
            Bodies.coded("pregnancy", "pregnancy", "perhaps"),
            "{\"linkId\": \"pregnancy-expected\", \"answer\": [{\"valueDate\": \"2031\"}]}",
            "{\"linkId\": \"nobody-knows\"}",
            "{\"linkId\": \"parent-words\", \"answer\": [{\"valueString\": \"zijn bsn is"
                + " 111222333\"}]}");
    return Bodies.response(patient, "e", "2026-06-02", items);
  }

  private static final String[] PLACES = {
    ROOT + "authored",
    ROOT + "item[1].item[0].answer[0].value",
    ROOT + "item[1].item[1].answer[0].value",
    ROOT + "item[1].item[4].answer[0].value",
    ROOT + "item[2].answer[0].value",
    ROOT + "item[3].answer[0].value",
    ROOT + "item[4].linkId",
    ROOT + "item[5].answer[0].value"
  };

  @Test
  void faultsOfStructureHideNoneOfPlausibility() {
    Answer answer = fhirPost("haven", RESPONSE, wrong("f-all-1"));
    refused(answer, 422);
    assertThat(expressions(answer)).containsExactlyInAnyOrder(PLACES);
    nothingIsStored("f-all-1");
  }

  @Test
  void aWrongHeadHidesNoneEither() {
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            wrong("f-all-2")
                .replace("Patient/f-all-2", "Group/f-all-2")
                .replace("Encounter/e", "Patient/e")
                .replace("Practitioner/intaker", "Patient/intaker"));
    refused(answer, 422);
    assertThat(expressions(answer))
        .contains(PLACES)
        .contains(ROOT + "subject", ROOT + "encounter", ROOT + "author")
        .hasSize(PLACES.length + 3);
  }

  @Test
  void whatIsNoFhirAtOnePlaceHidesNoFaultAtAnother() {
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            wrong("f-all-3")
                .replace("\"status\": \"completed\"", "\"status\": \"done\", \"nonsense\": 1")
                .replace("{\"valueDate\": \"2031\"}", "{\"valueDate\": \"2031-02-30\"}")
                .replace("{\"linkId\": \"nobody-knows\"}", "\"nobody knows\""));
    refused(answer, 400);
    assertThat(expressions(answer))
        .containsExactlyInAnyOrder(
            ROOT + "status",
            ROOT + "nonsense",
            ROOT + "item[3].answer[0].value",
            ROOT + "item[4]",
            ROOT + "authored",
            ROOT + "item[1].item[0].answer[0].value",
            ROOT + "item[1].item[1].answer[0].value",
            ROOT + "item[1].item[4].answer[0].value",
            ROOT + "item[2].answer[0].value",
            ROOT + "item[5].answer[0].value");
    assertThat(answer.body().replaceAll("\\D", "")).doesNotContain("111222333");
    nothingIsStored("f-all-3");
  }

  @Test
  void anAmendmentHearsAllOfThemToo() {
    String id = recorded("haven", "f-all-4");
    Answer answer = amend("haven", id, "W/\"1\"", amended(wrong("f-all-4"), id, ""));
    refused(answer, 422);
    assertThat(expressions(answer))
        .contains(PLACES)
        .contains(ROOT + "extension('amendment-reason')")
        .hasSize(PLACES.length + 1);
    assertThat(rows("response", "f-all-4")).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"valueString\": \"Bo\"', '\"valueString\": 5', item[1].item[0].answer[0].value",
    "'\"valueString\": \"Bo\"', '\"valueString\": \"\"', item[1].item[0].answer[0].value",
    "'\"valueString\": \"Bo\"', '\"valueString\": null', item[1].item[0].answer[0].value",
    "'\"valueString\": \"Bo\"', '\"valueText\": \"Bo\"', item[1].item[0].answer[0].valueText",
    "'{\"valueString\": \"Bo\"}', '\"Bo\"', item[1].item[0].answer[0]",
    "'[{\"valueString\": \"Bo\"}]', '{\"valueString\": \"Bo\"}', item[1].item[0].answer",
    "'\"linkId\": \"children.label\"', '\"linkId\": 7', item[1].item[0].linkId",
    "'\"code\": \"own\"', '\"code\": true', item[1].item[2].answer[0].value.code",
    "'\"code\": \"own\"', '\"code\": [\"own\"]', item[1].item[2].answer[0].value.code",
    "'\"valueDate\": \"2019-03\"', '\"valueDate\": \"maart\"', item[1].item[1].answer[0].value",
    "'\"linkId\": \"children\"', '\"linkId\": \"children\", \"x\": {}', item[1].x",
    "'{\"reference\": \"Patient/f-all-5\"}', '{\"reference\": 5}', subject.reference",
    "'{\"reference\": \"Encounter/e\"}', '\"Encounter/e\"', encounter"
  })
  void whatIsNoFhirIsNamedAtItsExactPlaceAndNothingElse(String right, String wrong, String place) {
    Answer answer =
        fhirPost(
            "haven", RESPONSE, Bodies.oneChild("f-all-5", "Bo", "2019-03").replace(right, wrong));
    refused(answer, 400);
    assertThat(expressions(answer)).containsExactly(ROOT + place);
    nothingIsStored("f-all-5");
  }

  @Test
  void aFaultInAnItemOfAnAnswerIsNamedThere() {
    String nested =
        "{\"linkId\": \"parent-words\", \"answer\": [{\"valueString\": \"Zo.\", \"item\":"
            + " [{\"linkId\": \"reason\", \"answer\": [{\"valueDate\": \"x\"}]}]}]}";
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.response("f-all-6", "e", DAY, Bodies.outcome("goes-well") + "," + nested));
    refused(answer, 400);
    assertThat(expressions(answer))
        .containsExactly(
            ROOT + "item[1].answer[0].item[0].answer[0].value", ROOT + "item[1].answer[0].item[0]");
  }

  @Test
  void aControlCharacterIsOneFaultAmongTheOthers() {
    String body = Bodies.oneChild("f-all-7", "Bo", "1890-05").replace("\"Bo\"", "\"B\\u0000o\"");
    Answer answer = fhirPost("haven", RESPONSE, body);
    refused(answer, 422);
    assertThat(expressions(answer))
        .containsExactly(
            ROOT + "item[1].item[0].answer[0].value", ROOT + "item[1].item[1].answer[0].value");
  }
}
