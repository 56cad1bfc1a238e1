package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child's BSN is not recorded, wherever it hides; what is none is let through. */
class HiddenNumberTests extends FhirTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bo 111222333", "111 222 333", "1112.22.333", "BSN:111222333."})
  void aBsnInANameIsRefused(String label) {
    Answer answer = fhirPost("haven", RESPONSE, Bodies.oneChild("f-bad-3", label, "2019-03"));
    refused(answer, 422, "QuestionnaireResponse.item[1].item[0].answer[0].value");
    assertThat(answer.body().replaceAll("\\D", "")).doesNotContain("111222333");
    nothingIsStored("f-bad-3");
  }

  @Test
  void aBsnInARemarkIsRefused() {
    String remark =
        "{\"linkId\": \"parent-words\", \"answer\": [{\"valueString\": \"zijn bsn is"
            + " 111222333\"}]}";
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.response(
                "f-bad-4",
                "e",
                DAY,
                String.join(
                    ",",
                    Bodies.outcome("goes-well"),
                    Bodies.child("Bo", "2019-03"),
                    Bodies.once(),
                    remark)));
    refused(answer, 422, "QuestionnaireResponse.item[7].answer[0].value");
    nothingIsStored("f-bad-4");
  }

  @Test
  void aBsnInTheNarrativeIsRefusedOrNotStored() {
    String body =
        Bodies.twoChildren("f-bad-5", "e", DAY)
            .replace(
                "\"status\":",
                "\"text\": {\"status\": \"generated\", \"div\": \"<div"
                    + " xmlns=\\\"http://www.w3.org/1999/xhtml\\\">111222333</div>\"},"
                    + " \"status\":");
    Answer answer = fhirPost("haven", RESPONSE, body);
    assertThat(count("SELECT count(*) FROM response WHERE body LIKE '%111222333%'"))
        .as(answer.body())
        .isZero();
  }

  @Test
  void aBsnInTheDisplayOfAReferenceIsRefusedOrNotStored() {
    String body =
        Bodies.twoChildren("f-bad-6", "e", DAY)
            .replace(
                "{\"reference\": \"Patient/f-bad-6\"}",
                "{\"reference\": \"Patient/f-bad-6\", \"display\": \"moeder van 111222333\"}");
    Answer answer = fhirPost("haven", RESPONSE, body);
    assertThat(count("SELECT count(*) FROM response WHERE body LIKE '%111222333%'"))
        .as(answer.body())
        .isZero();
  }

  @Test
  void nineDigitsThatFailTheElevenTestAreNotTakenForABsn() {
    Answer answer =
        fhirPost("haven", RESPONSE, Bodies.oneChild("f-good-7", "Bo 111222334", "2019-03"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"identifier\": {\"type\": {\"text\": \"111222333\"}},",
        "\"identifier\": {\"system\": \"http://fhir.nl/fhir/NamingSystem/bsn\", \"value\":"
            + " \"111222333\"},",
        "\"basedOn\": [{\"display\": \"111222333\"}],",
        "\"partOf\": [{\"identifier\": {\"value\": \"111222333\"}}],",
        "\"extension\": [{\"url\": \"https://other.example\", \"valueIdentifier\": {\"value\":"
            + " \"111222333\"}}],",
        "\"extension\": [{\"url\": \"https://other.example\", \"valueInteger\": 111222333}],",
        "\"extension\": [{\"url\": \"https://other.example\", \"extension\": [{\"url\": \"a\","
            + " \"valueString\": \"111222333\"}]}],",
        "\"meta\": {\"tag\": [{\"display\": \"111222333\"}]},"
      })
  void aBsnIsFoundWhereverItHides(String element) {
    String body =
        Bodies.twoChildren("f-hidden", "f-hidden-e", DAY)
            .replaceFirst("\"status\"", element + " \"status\"");
    Answer answer = fhirPost("haven", "QuestionnaireResponse", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    nothingIsStored("f-hidden");
  }

  @Test
  void markupIsNotKept() {
    String body =
        Bodies.twoChildren("f-markup", "f-markup-e", DAY)
            .replaceFirst(
                "\"status\"",
                "\"text\": {\"status\": \"generated\", \"div\": \"<div"
                    + " xmlns='http://www.w3.org/1999/xhtml'>1112<b>22333</b></div>\"},"
                    + " \"status\"");
    Answer answer = fhirPost("haven", "QuestionnaireResponse", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(fhirGet("haven", "QuestionnaireResponse?subject=Patient/f-markup").body())
        .doesNotContain("<b>");
  }
}
