package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An amendment: the next version, with corrections that say why; never a silent change. */
class AmendmentTests extends FhirTest {

  private static final String WHY = "Noor was born a month later";

  private static String body(String patient) {
    return Bodies.twoChildren(patient, "e-" + patient, DAY);
  }

  private static String corrected(String patient, String id) {
    return amended(body(patient).replace("2019-03", "2019-04"), id, WHY);
  }

  @Test
  void anAmendmentIsTheNextVersionAndSaysSo() {
    String id = recorded("haven", "f-am-1");
    Answer amendment = amend("haven", id, "W/\"1\"", corrected("f-am-1", id));
    assertThat(amendment.status()).as(amendment.body()).isEqualTo(200);
    assertThat(amendment.http().headers().firstValue("ETag")).contains("W/\"2\"");
    assertThat(amendment.json().path("status").asString()).isEqualTo("amended");
    assertThat(amendment.json().path("meta").path("versionId").asString()).isEqualTo("2");
    assertThat(fhirGet("haven", RESPONSE + "/" + id).body()).contains("2019-04");
  }

  @Test
  void anAmendmentIsAmendedWhateverStatusItCameWith() {
    String id = recorded("haven", "f-am-2");
    Answer amendment =
        amend(
            "haven",
            id,
            "W/\"1\"",
            corrected("f-am-2", id).replace("\"amended\"", "\"completed\""));
    assertThat(amendment.json().path("status").asString()).isEqualTo("amended");
  }

  @Test
  void theEarlierVersionStaysReadable() {
    String id = recorded("haven", "f-am-3");
    amend("haven", id, "W/\"1\"", corrected("f-am-3", id));
    Answer first = fhirGet("haven", RESPONSE + "/" + id + "/_history/1");
    assertThat(first.body()).contains("2019-03").doesNotContain("2019-04");
    assertThat(first.json().path("status").asString()).isEqualTo("completed");
    assertThat(first.http().headers().firstValue("ETag")).contains("W/\"1\"");
    assertThat(fhirGet("haven", RESPONSE + "/" + id + "/_history/2").body()).contains("2019-04");
    refused(fhirGet("haven", RESPONSE + "/" + id + "/_history/3"), 404);
    refused(fhirGet("haven", RESPONSE + "/" + id + "/_history/x"), 404);
  }

  @Test
  void whatChangedIsCorrectedWithItsReasonAndTheRestIsNotSaidAgain() {
    String id = recorded("haven", "f-am-4");
    long before = rows("statement", "f-am-4");
    amend("haven", id, "W/\"1\"", corrected("f-am-4", id));
    assertThat(rows("statement", "f-am-4")).isEqualTo(before + 1);

    Answer births = fhirGet("haven", "Observation?subject=Patient/f-am-4&code=birth&_count=50");
    assertThat(births.json().path("entry")).hasSize(3);
    assertThat(births.body()).containsOnlyOnce("entered-in-error");

    Answer provenance = fhirGet("haven", "Provenance?patient=Patient/f-am-4&_count=200");
    assertThat(provenance.body()).containsOnlyOnce(WHY);
    Answer children = fhirGet("haven", "RelatedPerson?patient=Patient/f-am-4");
    assertThat(children.body()).contains("2019-04").doesNotContain("2019-03");
  }

  @Test
  void aStaleVersionIsRefused() {
    String id = recorded("haven", "f-am-5");
    amend("haven", id, "W/\"1\"", corrected("f-am-5", id));
    refused(amend("haven", id, "W/\"1\"", corrected("f-am-5", id)), 412, "If-Match");
    refused(amend("haven", id, "W/\"3\"", corrected("f-am-5", id)), 412, "If-Match");
    assertThat(rows("response", "f-am-5")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "W/\"x\"", "W/\"99999999999\""})
  void withoutAVersionItIsRefused(String ifMatch) {
    String id = recorded("haven", "f-am-6");
    refused(amend("haven", id, ifMatch, corrected("f-am-6", id)), 428, "If-Match");
    assertThat(count("SELECT count(*) FROM response WHERE response_id = ?::uuid", id)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutAReasonItIsRefused(String reason) {
    String id = recorded("haven", "f-am-7");
    Answer answer =
        amend("haven", id, "W/\"1\"", amended(body("f-am-7"), id, reason.isEmpty() ? "" : reason));
    assertThat(answer.status()).isIn(400, 422);
    refused(answer, answer.status());
    assertThat(count("SELECT count(*) FROM response WHERE response_id = ?::uuid", id)).isOne();
  }

  @Test
  void aMissingReasonIsNamed() {
    String id = recorded("haven", "f-am-8");
    refused(
        amend("haven", id, "W/\"1\"", amended(body("f-am-8"), id, "")),
        422,
        "QuestionnaireResponse.extension('amendment-reason')");
  }

  @Test
  void aReasonThatIsNoTextIsRefused() {
    String id = recorded("haven", "f-am-9");
    String body =
        corrected("f-am-9", id)
            .replace(
                "\"valueString\": \"" + WHY + "\"",
                "\"valueReference\": {\"reference\": \"Patient/1\"}");
    Answer answer = amend("haven", id, "W/\"1\"", body);
    refused(answer, 422);
  }

  @Test
  void aReasonThatHoldsABsnIsRefused() {
    String id = recorded("haven", "f-am-10");
    refused(amend("haven", id, "W/\"1\"", amended(body("f-am-10"), id, "was 111222333")), 422);
    assertThat(rows("response", "f-am-10")).isOne();
  }

  @Test
  void anotherSubjectIsRefusedAndNothingIsStoredForEither() {
    String id = recorded("haven", "f-am-11");
    refused(
        amend("haven", id, "W/\"1\"", corrected("f-am-other", id)),
        422,
        "QuestionnaireResponse.subject");
    assertThat(rows("response", "f-am-11")).isOne();
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = 'Patient/f-am-other'"))
        .isZero();
  }

  @Test
  void anUnknownResponseIsNotFound() {
    String id = "33333333-3333-4333-8333-333333333333";
    refused(amend("haven", id, "W/\"1\"", corrected("f-am-12", id)), 404);
    refused(amend("haven", "x", "W/\"1\"", corrected("f-am-12", "x")), 404);
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = 'Patient/f-am-12'")).isZero();
  }

  @Test
  void anIdInTheBodyThatIsNotInTheAddressIsRefused() {
    String id = recorded("haven", "f-am-13");
    refused(
        amend("haven", id, "W/\"1\"", corrected("f-am-13", "33333333-3333-4333-8333-333333333333")),
        400);
  }

  @Test
  void anInvalidAmendmentIsRefusedAndTheVersionStays() {
    String id = recorded("haven", "f-am-14");
    refused(
        amend("haven", id, "W/\"1\"", corrected("f-am-14", id).replace("2019-04", "1890-04")),
        422,
        "QuestionnaireResponse.item[1].item[1].answer[0].value");
    assertThat(fhirGet("haven", RESPONSE + "/" + id).http().headers().firstValue("ETag"))
        .contains("W/\"1\"");
  }

  @Test
  void ofTwoWhoAmendAtOnceOneWins() {
    String id = recorded("haven", "f-am-15");
    Callable<Answer> amending = () -> amend("haven", id, "W/\"1\"", corrected("f-am-15", id));
    assertThat(atOnce(List.of(amending, amending, amending, amending)))
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(200, 412, 412, 412);
    assertThat(rows("response", "f-am-15")).isEqualTo(2);
  }

  @Test
  void anAmendmentThatTakesAwayContentMakesTheCheckIncompleteAgain() {
    String id = recorded("haven", "f-am-16");
    Answer amendment =
        amend(
            "haven",
            id,
            "W/\"1\"",
            amended(Bodies.bareTick("f-am-16", "e-f-am-16", DAY), id, "wrong patient's answers"));
    assertThat(amendment.status()).as(amendment.body()).isEqualTo(200);
    assertThat(amendment.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(fhirGet("haven", "Patient/f-am-16/$kindcheck-status").body())
        .doesNotContain("\"last\"");
    assertThat(fhirGet("haven", "RelatedPerson?patient=Patient/f-am-16").json().path("entry"))
        .isEmpty();
  }
}
