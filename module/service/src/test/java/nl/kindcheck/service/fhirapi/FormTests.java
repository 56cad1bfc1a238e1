package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form, and the form filled with what is known. */
class FormTests extends FhirTest {

  private static final String SITUATION =
      """
      {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-01",
       "code": {"coding": [{"system": "http://snomed.info/sct", "code": "365470003"}]},
       "subject": {"reference": "Patient/%s"},
       "component": [
         {"code": {"coding": [{"system": "http://snomed.info/sct", "code": "224118004"}]}, "valueInteger": 2},
         {"code": {"coding": [{"system": "http://snomed.info/sct", "code": "67822003"}]}, "valueDateTime": "2015-05-02"},
         {"code": {"coding": [{"system": "http://snomed.info/sct", "code": "67822003"}]}, "valueDateTime": "2001-02-03"}]}\
      """;

  private static final String CHILD =
      """
      {"resourceType": "RelatedPerson", "id": "of-the-epd", "active": true, "patient": {"reference": "Patient/%s"},
       "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "DAU"}]}],
       "name": [{"given": ["Fenna"]}], "birthDate": "2017-09"}\
      """;

  private static String populate(String patient, String... known) {
    StringBuilder context = new StringBuilder();
    for (String resource : known) {
      context.append(
          ", {\"name\": \"context\", \"part\": [{\"name\": \"name\", \"valueString\":"
              + " \"patient\"}, {\"name\": \"content\", \"resource\": "
              + resource
              + "}]}");
    }
    return """
    {"resourceType": "Parameters", "parameter": [{"name": "subject", "valueReference": {"reference": "%s"}}%s]}\
    """
        .formatted(patient, context);
  }

  private Answer filled(String patient, String... known) {
    Answer answer = fhirPost("haven", "Questionnaire/$populate", populate(patient, known));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  @Test
  void theFormIsReadAndFoundByItsAddress() {
    Answer read = fhirGet("haven", "Questionnaire/kindcheck");
    assertThat(read.json().path("url").asString())
        .isEqualTo("https://kindcheck.example/fhir/Questionnaire/kindcheck");
    assertThat(read.body()).contains("children.illness-explained");
    assertThat(
            ids(
                fhirGet(
                    "haven",
                    "Questionnaire?url=https://kindcheck.example/fhir/Questionnaire/kindcheck")))
        .containsExactly("kindcheck");
    assertThat(ids(fhirGet("haven", "Questionnaire"))).containsExactly("kindcheck");
    assertThat(ids(fhirGet("haven", "Questionnaire?url=https://other.example/Q"))).isEmpty();
  }

  @Test
  void anUnknownPatientGetsAnEmptyForm() {
    Answer answer = filled("Patient/f-fo-1");
    assertThat(answer.body())
        .contains(
            "\"questionnaire\":\"https://kindcheck.example/fhir/Questionnaire/kindcheck|1.0.0\"")
        .contains("in-progress")
        .doesNotContain("children.label")
        .doesNotContain("\"outcome\"");
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = 'Patient/f-fo-1'")).isZero();
  }

  @Test
  void theFormOfOneKindIsFilledByItsIdToo() {
    Answer answer =
        fhirPost("haven", "Questionnaire/kindcheck/$populate", populate("Patient/f-fo-2"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    refused(fhirPost("haven", "Questionnaire/other/$populate", populate("Patient/f-fo-2")), 404);
  }

  @Test
  void whatTheEpdKnowsIsFilledInAsUnverifiedAndAdultsAreMarked() {
    Answer answer = filled("Patient/f-fo-3", SITUATION.formatted("f-fo-3"));
    assertThat(answer.body())
        .contains("2015-05")
        .contains("2001-02")
        .contains("StructureDefinition/unverified")
        .contains("StructureDefinition/adult")
        .contains("StructureDefinition/picture-date");
    assertThat(answer.body().split("StructureDefinition/unverified", -1)).hasSize(3);
    assertThat(answer.body().split("StructureDefinition/adult", -1)).hasSize(2);
    assertThat(rows("statement", "f-fo-3")).isZero();
  }

  @Test
  void anUndatedPictureIsShownAsUndated() {
    Answer answer =
        filled(
            "Patient/f-fo-4",
            SITUATION.formatted("f-fo-4").replace("\"effectiveDateTime\": \"2026-03-01\",", ""));
    assertThat(answer.body()).contains("StructureDefinition/undated");
  }

  @Test
  void aContactPersonIsFilledInOnlyWhenItIsAChild() {
    assertThat(filled("Patient/f-fo-5", CHILD.formatted("f-fo-5")).body())
        .contains("Fenna")
        .contains("2017-09")
        .contains("StructureDefinition/unverified");
    assertThat(
            filled("Patient/f-fo-5", CHILD.formatted("f-fo-5").replace("\"DAU\"", "\"FTH\""))
                .body())
        .doesNotContain("Fenna");
  }

  @Test
  void ourOwnRecordIsFilledInWithTheIdsOfTheChildren() {
    recorded("haven", "f-fo-6");
    Answer answer = filled("Patient/f-fo-6");
    for (String id : ids(fhirGet("haven", "RelatedPerson?patient=f-fo-6"))) {
      assertThat(answer.body()).contains(id);
    }
    assertThat(answer.body()).contains("Noor").contains("Sam");
  }

  @Test
  void nothingThatIsFilledInCompletesAKindcheck() {
    Answer answer = filled("Patient/f-fo-7", SITUATION.formatted("f-fo-7"));
    String form =
        answer
            .json()
            .path("parameter")
            .path(0)
            .path("resource")
            .toString()
            .replace("\"in-progress\"", "\"completed\"");
    Answer sent = fhirPost("haven", RESPONSE, form);
    assertThat(sent.status()).as(sent.body()).isIn(201, 422);
    assertThat(fhirGet("haven", "Patient/f-fo-7/$kindcheck-status").body())
        .doesNotContain("\"last\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Group/1", "", "Patient/", "Patient/a b", "x", "Patient/1/_history/2"})
  void whoseFormItIsMustBeSaid(String subject) {
    Answer answer = fhirPost("haven", "Questionnaire/$populate", populate(subject));
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    refused(answer, answer.status());
  }

  @Test
  void withoutASubjectItIsRefused() {
    refused(
        fhirPost("haven", "Questionnaire/$populate", "{\"resourceType\": \"Parameters\"}"),
        422,
        "subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"context\", \"part\": [{\"name\": \"content\", \"resource\":"
            + " {\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{}]}}]}",
        "{\"name\": \"context\", \"part\": [{\"name\": \"content\", \"resource\":"
            + " {\"resourceType\": \"Observation\"}}]}",
        "{\"name\": \"context\", \"part\": [{\"name\": \"content\", \"resource\":"
            + " {\"resourceType\": \"Encounter\"}}]}",
        "{\"name\": \"context\", \"part\": [{\"name\": \"content\", \"resource\":"
            + " {\"resourceType\": \"RelatedPerson\"}}]}"
      })
  void whatIsEmptyInTheContextFillsInNothing(String context) {
    String body = populate("Patient/f-fo-8").replace("}}]}", "}}, " + context + "]}");
    Answer answer = fhirPost("haven", "Questionnaire/$populate", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("children.label");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"local\", \"valueBoolean\": true} | local",
        "{\"name\": \"context\"} | context.content",
        "{\"name\": \"context\", \"part\": [{\"name\": \"name\", \"valueString\": \"x\"}]} |"
            + " context.content",
        "{\"name\": \"context\", \"part\": [{\"name\": \"resource\", \"valueString\": \"x\"}]} |"
            + " context.resource",
        "{\"name\": \"context\", \"resource\": {\"resourceType\": \"RelatedPerson\"}} |"
            + " context.content"
      })
  void whatCannotBeUsedIsRefusedInsteadOfPassedOver(String parameter, String field) {
    String body = populate("Patient/f-fo-10").replace("}}]}", "}}, " + parameter + "]}");
    refused(fhirPost("haven", "Questionnaire/$populate", body), 422, field);
  }

  @Test
  void aWrongDateInThePictureIsNamed() {
    Answer answer =
        fhirPost(
            "haven",
            "Questionnaire/$populate",
            populate(
                "Patient/f-fo-9",
                SITUATION.formatted("f-fo-9").replace("2015-05-02", "2015-15-02")));
    refused(answer, 400);
  }

  @Test
  void theFilledFormCanBeSentBackWithWhatWasSaid() {
    recorded("haven", "f-fo-10");
    String form =
        filled("Patient/f-fo-10").json().path("parameter").path(0).path("resource").toString();
    assertThat(form).contains("children.id");
    Answer sent = fhirPost("haven", RESPONSE, Bodies.twoChildren("f-fo-10", "again", DAY));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(ids(fhirGet("haven", "RelatedPerson?patient=f-fo-10"))).hasSize(2);
  }
}
