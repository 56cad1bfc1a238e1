package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: a clear error that names the field, and nothing stored. */
class RefusalTests extends FhirTest {

  @ParameterizedTest
  @ValueSource(strings = {"1890-05", "2027-01", "2026-06-02", "1890"})
  void aBirthThatCannotBeIsRefusedAtItsPlace(String birth) {
    refused(
        fhirPost("haven", RESPONSE, Bodies.oneChild("f-bad-1", "Bo", birth)),
        422,
        "QuestionnaireResponse.item[1].item[1].answer[0].value");
    nothingIsStored("f-bad-1");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.oneChild("f-bad-2", "Bo", "1890-05").replace("\"own\"", "\"neighbour\""));
    refused(answer, 422);
    assertThat(answer.json().path("issue").size()).isPositive();
    nothingIsStored("f-bad-2");
  }

  @ParameterizedTest
  @CsvSource({
    "Questionnaire/kindcheck|1.0.0, Questionnaire/kindcheck|9.9.9",
    "Questionnaire/kindcheck|1.0.0, Questionnaire/another|1.0.0"
  })
  void anUnknownQuestionnaireOrVersionIsRefused(String known, String unknown) {
    refused(
        fhirPost(
            "haven", RESPONSE, Bodies.twoChildren("f-bad-8", "e", DAY).replace(known, unknown)),
        422,
        "QuestionnaireResponse.questionnaire");
    nothingIsStored("f-bad-8");
  }

  @Test
  void anUnknownCodeIsRefusedAndTheKnownOnesAreNamed() {
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.twoChildren("f-bad-9", "e", DAY).replace("\"goes-well\"", "\"splendid\""));
    refused(answer, 422, "QuestionnaireResponse.item[0].answer[0].value");
    assertThat(answer.body()).contains("support-wanted").doesNotContain("splendid");
    nothingIsStored("f-bad-9");
  }

  @Test
  void aConversationInTheFutureIsRefused() {
    refused(
        fhirPost("haven", RESPONSE, Bodies.twoChildren("f-bad-10", "e", "2026-06-02")),
        422,
        "QuestionnaireResponse.authored");
    nothingIsStored("f-bad-10");
  }

  @ParameterizedTest
  @CsvSource({
    "Patient/f-bad-11, Group/f-bad-11, QuestionnaireResponse.subject",
    "Patient/f-bad-11, https://elsewhere.example/Patient/f-bad-11, QuestionnaireResponse.subject",
    "Practitioner/intaker, Patient/intaker, QuestionnaireResponse.author",
    "completed, in-progress, QuestionnaireResponse.status"
  })
  void aWrongHeadIsRefusedAtItsPlace(String right, String wrong, String place) {
    refused(
        fhirPost("haven", RESPONSE, Bodies.twoChildren("f-bad-11", "e", DAY).replace(right, wrong)),
        422,
        place);
    nothingIsStored("f-bad-11");
  }

  @Test
  void anEncounterThatIsNoEncounterIsRefused() {
    refused(
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.twoChildren("f-bad-12", "e", DAY).replace("Encounter/e", "Patient/111222333")),
        422,
        "QuestionnaireResponse.encounter");
    nothingIsStored("f-bad-12");
  }

  @Test
  void anUnknownElementIsRefusedAndNotSilentlyDropped() {
    Answer answer =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.twoChildren("f-bad-13", "e", DAY).replace("\"item\": [", "\"items\": ["));
    refused(answer, 400);
    assertThat(answer.body()).contains("items");
    nothingIsStored("f-bad-13");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"authored\": \"2026-06-01\"', '\"authored\": \"yesterday\"', authored",
    "'\"authored\": \"2026-06-01\"', '\"authored\": \"2026-02-31\"', authored",
    "'\"status\": \"completed\"', '\"status\": \"done\"', status",
    "'\"valueDate\": \"2019-03\"', '\"valueDate\": 2019', item[1].item[1].answer[0].value",
    "'\"valueDate\": \"2019-03\"', '\"valueDate\": true', item[1].item[1].answer[0].value",
    "'{\"reference\": \"Encounter/e\"}', '\"Encounter/e\"', encounter"
  })
  void aWrongTypeIsRefusedAndTheFieldIsNamed(String right, String wrong, String field) {
    Answer answer =
        fhirPost("haven", RESPONSE, Bodies.twoChildren("f-bad-14", "e", DAY).replace(right, wrong));
    refused(answer, 400);
    assertThat(expressions(answer)).containsExactly("QuestionnaireResponse." + field);
    nothingIsStored("f-bad-14");
  }

  @Test
  void anotherResourceThanTheAddressSaysIsRefused() {
    refused(fhirPost("haven", RESPONSE, "{\"resourceType\": \"Patient\", \"id\": \"x\"}"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\": 1} x", "[]", "null", "{\"a\":1,\"a\":2}", "<a/>"})
  void malformedJsonIsRefused(String body) {
    refused(fhirPost("haven", RESPONSE, body), 400);
  }

  @Test
  void anEmptyBodyIsRefused() {
    refused(fhirPost("haven", RESPONSE, ""), 400);
  }

  @Test
  void tenThousandLevelsDeepIsRefused() {
    String deep = "{\"resourceType\":\"QuestionnaireResponse\",\"item\":";
    refused(fhirPost("haven", RESPONSE, deep + "[".repeat(10_000) + "]".repeat(10_000) + "}"), 400);
  }

  @Test
  void twentyMegabytesAreRefused() {
    refused(fhirPost("haven", RESPONSE, "{\"a\": \"" + "x".repeat(20_000_000) + "\"}"), 413);
  }

  @Test
  void aSmallBodyThatUnpacksToMuchIsNotUnpacked() throws java.io.IOException {
    var packed = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.GZIPOutputStream(packed)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(block);
      }
    }
    Answer answer =
        send(
            request("/fhir/QuestionnaireResponse")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Content-Type", "application/fhir+json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    refused(answer, 415, "Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/fhir+xml", "application/xml", "text/turtle", "text/plain", ""})
  void anotherFormatThanJsonIsRefused(String type) {
    refused(
        post(
            "haven",
            RESPONSE,
            "<QuestionnaireResponse xmlns=\"http://hl7.org/fhir\"/>",
            "Content-Type",
            type.isEmpty() ? "application/octet-stream" : type),
        415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Medication", "Appointment/1", "Nonsense", "Patient?name=x", "Group/1"})
  void aResourceTypeThatIsNotOfferedIsNotFound(String path) {
    Answer answer = fhirGet("haven", path);
    assertThat(answer.status()).as(answer.body()).isIn(400, 404, 405);
    refused(answer, answer.status());
  }

  @Test
  void anUnknownResourceTypeIsNotFound() {
    refused(fhirGet("haven", "Nonsense/1"), 404);
    refused(fhirPost("haven", "Medication", "{\"resourceType\": \"Medication\"}"), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QuestionnaireResponse?nonsense=1",
        "QuestionnaireResponse?subject:missing=true",
        "Observation?subject=Patient/x&date=yesterday",
        "Observation?code=1",
        "RelatedPerson",
        "Flag",
        "Provenance",
        "QuestionnaireResponse?subject=Group/1",
        "QuestionnaireResponse?_count=abc",
        "QuestionnaireResponse?subject.name=x",
        "QuestionnaireResponse?_has:Observation:subject:code=1",
        "Observation?subject=Patient/x&code:not=birth",
        "Task?owner:missing=true",
        "Task?_offset=1",
        "QuestionnaireResponse?_lastUpdated=gt2026-01-01",
        "QuestionnaireResponse?_id=1",
        "Task?_sort=due",
        "Task?status:not=requested",
        "Questionnaire?url:below=https://kindcheck.example",
        "Observation?subject=Patient/x&code=http://loinc.org|1234"
      })
  void aSearchThatIsNotOfferedIsRefused(String path) {
    refused(fhirGet("haven", path.replace("|", "%7C")), 400);
  }

  @Test
  void anUnknownParameterOfASearchIsNamedInTheLanguageOfTheCaller() {
    Answer answer = fhirGet("haven", "RelatedPerson?foo=1&bar=2");
    refused(answer, 400, "bar");
    assertThat(answer.body())
        .contains("Deze parameters kennen wij hier niet: bar, foo.")
        .doesNotContain("endpoint on this server");
  }

  @Test
  void aControlCharacterIsRefusedAtItsPlace() {
    String body =
        Bodies.twoChildren("f-nul", "f-nul-e", DAY)
            .replaceFirst("\"status\"", "\"language\": \"n\\\\u0000l\", \"status\"");
    refused(
        fhirPost("haven", "QuestionnaireResponse", body), 422, "QuestionnaireResponse.language");
    refused(fhirGet("haven", "QuestionnaireResponse?encounter=%00"), 400, "encounter");
  }

  @Test
  void anIdOfTheCallersRequestIsNotRepeated() {
    Answer answer = send(request("/fhir/metadata").header("X-Request-Id", "x".repeat(6_000)));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aWrongTypeInASearchNamesTheParameter() {
    refused(fhirGet("haven", "QuestionnaireResponse?subject=Group/1"), 400, "subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QuestionnaireResponse/11111111-1111-4111-8111-111111111111",
        "QuestionnaireResponse/nonsense",
        "RelatedPerson/1-1-1-1-1",
        "Observation/x",
        "Task/x",
        "Flag/x",
        "Provenance/x",
        "Questionnaire/other"
      })
  void anUnknownIdIsNotFound(String path) {
    refused(fhirGet("haven", path), 404);
  }

  @Test
  void deletingIsNotOffered() {
    Answer answer =
        send(
            request("/fhir/QuestionnaireResponse/1")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .DELETE());
    assertThat(answer.status()).isIn(400, 405);
    refused(answer, answer.status());
  }

  @Test
  void errorsAreInTheLanguageOfTheCaller() {
    assertThat(diagnostics("nl")).isEqualTo("Dit is niet gevonden.");
    assertThat(diagnostics("en")).isEqualTo("This was not found.");
    assertThat(diagnostics("en-GB,en;q=0.8")).isEqualTo("This was not found.");
    assertThat(diagnostics("fr, en;q=0.5")).isEqualTo("This was not found.");
    assertThat(diagnostics("fr")).isEqualTo("Dit is niet gevonden.");
    assertThat(diagnostics("!!")).isEqualTo("Dit is niet gevonden.");
  }

  private String diagnostics(String language) {
    Answer answer =
        send(
            request("/fhir/Task/x")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Accept-Language", language));
    refused(answer, 404);
    return answer.json().path("issue").path(0).path("diagnostics").asString();
  }
}
