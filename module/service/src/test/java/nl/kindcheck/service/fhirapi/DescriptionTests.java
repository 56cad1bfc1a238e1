package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The CapabilityStatement is public, and says what is offered: no less and no more. */
class DescriptionTests extends FhirTest {

  private JsonNode described() {
    Answer answer = send(request("/fhir/metadata"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(e -> texts.add(field.isEmpty() ? e.asString() : e.path(field).asString()));
    return texts;
  }

  @Test
  void itSaysWhoAnswersAndInWhatFormat() {
    JsonNode statement = described();
    assertThat(statement.path("resourceType").asString()).isEqualTo("CapabilityStatement");
    assertThat(statement.path("fhirVersion").asString()).isEqualTo("4.0.1");
    assertThat(texts(statement.path("format"), "")).containsOnly("application/fhir+json", "json");
    assertThat(statement.path("implementation").path("url").asString())
        .isEqualTo(World.PUBLIC_URL + "/fhir");
    assertThat(statement.toString()).doesNotContain("HAPI");
    assertThat(statement.path("publisher").asString()).isEqualTo("Kindcheck");
    assertThat(statement.path("software").path("version").asString()).isNotEqualTo("8.8.0");
    assertThat(statement.path("rest").path(0).path("security").toString())
        .contains("SMART-on-FHIR");
  }

  @Test
  void eachOperationPointsToItsPublishedDefinition() {
    List<String> definitions = new ArrayList<>();
    for (JsonNode resource : described().path("rest").path(0).path("resource")) {
      definitions.addAll(texts(resource.path("operation"), "definition"));
    }
    assertThat(definitions)
        .containsOnly(
            "https://kindcheck.example/fhir/OperationDefinition/kindcheck-gate",
            "https://kindcheck.example/fhir/OperationDefinition/kindcheck-status",
            "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate");
  }

  @Test
  void itListsWhatIsOfferedAndNothingElse() {
    Map<String, TreeSet<String>> offered = new TreeMap<>();
    for (JsonNode resource : described().path("rest").path(0).path("resource")) {
      offered.put(
          resource.path("type").asString(),
          new TreeSet<>(texts(resource.path("interaction"), "code")));
    }
    offered.remove("OperationDefinition");
    assertThat(offered.keySet())
        .containsExactlyInAnyOrder(
            "AuditEvent",
            "CarePlan",
            "Communication",
            "Encounter",
            "Flag",
            "Goal",
            "Observation",
            "Patient",
            "Provenance",
            "Questionnaire",
            "QuestionnaireResponse",
            "RelatedPerson",
            "Task");
    assertThat(offered.get("Communication")).containsExactly("create");
    assertThat(offered.get("QuestionnaireResponse"))
        .containsExactlyInAnyOrder("create", "read", "search-type", "update", "vread");
    for (String views :
        List.of(
            "AuditEvent",
            "CarePlan",
            "Flag",
            "Goal",
            "Observation",
            "Provenance",
            "RelatedPerson",
            "Task")) {
      assertThat(offered.get(views)).as(views).containsExactlyInAnyOrder("read", "search-type");
    }
    assertThat(offered.get("Patient")).isEmpty();
    assertThat(offered.get("Encounter")).isEmpty();
  }

  @Test
  void itListsTheSearchesThatAreOffered() {
    Map<String, TreeSet<String>> searches = new TreeMap<>();
    for (JsonNode resource : described().path("rest").path(0).path("resource")) {
      searches.put(
          resource.path("type").asString(),
          new TreeSet<>(texts(resource.path("searchParam"), "name")));
    }
    assertThat(searches.get("Observation"))
        .containsExactlyInAnyOrder("code", "date", "focus", "patient", "subject");
    assertThat(searches.get("QuestionnaireResponse"))
        .containsExactlyInAnyOrder("encounter", "patient", "subject");
    assertThat(searches.get("CarePlan")).containsExactlyInAnyOrder("patient", "subject");
    assertThat(searches.get("Goal")).containsExactlyInAnyOrder("patient", "subject");
    assertThat(searches.get("Task")).containsExactlyInAnyOrder("owner", "patient", "status");
    assertThat(searches.get("Provenance")).containsExactlyInAnyOrder("patient", "target");
  }

  @Test
  void itListsTheOperations() {
    assertThat(described().toString())
        .contains("kindcheck-gate")
        .contains("kindcheck-status")
        .contains("populate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/fhir+xml", "text/turtle", "application/xml", "application/x-turtle"})
  void anotherFormatIsNotGiven(String accept) {
    Answer answer =
        send(
            request("/fhir/Questionnaire/kindcheck")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Accept", accept));
    refused(answer, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "ttl", "application/fhir%2Bxml", "text/turtle", "nonsense"})
  void anotherFormatIsNotGivenByTheAddressEither(String format) {
    refused(fhirGet("haven", "Questionnaire/kindcheck?_format=" + format), 406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/fhir+json",
        "application/json",
        "*/*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/fhir+xml;q=0.5, application/fhir+json"
      })
  void jsonIsGivenToWhoTakesIt(String accept) {
    Answer answer = send(request("/fhir/metadata").header("Accept", accept));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.http().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
  }

  @Test
  void noAnswerSaysWhatItIsMadeOf() {
    Answer answer = fhirGet("haven", "Task");
    assertThat(answer.http().headers().map().toString()).doesNotContain("HAPI");
    assertThat(answer.http().headers().firstValue("X-Powered-By")).isEmpty();
  }
}
