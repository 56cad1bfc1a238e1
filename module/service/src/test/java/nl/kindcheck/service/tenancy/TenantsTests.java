package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;

/** What one organisation recorded does not exist for another. */
class TenantsTests extends FhirTest {

  private static final String WORRIED =
      Bodies.twoChildren("f-ten-1", "f-ten-e", DAY).replace("\"pluis\"", "\"niet-pluis\"");

  private Answer found(String path) {
    Answer haven = fhirGet("haven", path);
    assertThat(haven.status()).as(haven.body()).isEqualTo(200);
    return haven;
  }

  @Test
  void noIdOfOneOrganisationCanBeReadByAnother() {
    Answer created = fhirPost("haven", RESPONSE, WORRIED);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    hook("haven", Bodies.intake("f-ten-2", "f-ten-e2", DAY));
    fhirPost("haven", RESPONSE, Bodies.bareTick("f-ten-2", "f-ten-e2", DAY));

    List<String> paths = new ArrayList<>();
    String response = RESPONSE + "/" + idIn(created);
    paths.add(response);
    paths.add(response + "/_history/1");
    for (String search :
        List.of(
            "RelatedPerson?patient=Patient/f-ten-1",
            "Observation?subject=Patient/f-ten-1",
            "Provenance?patient=Patient/f-ten-1",
            "Flag?patient=Patient/f-ten-1",
            "Task?patient=Patient/f-ten-2")) {
      List<String> ids = ids(found(search));
      assertThat(ids).as(search).isNotEmpty();
      paths.add(search.substring(0, search.indexOf('?')) + "/" + ids.get(0));
    }
    for (String path : paths) {
      found(path);
      refused(fhirGet("duin", path), 404);
    }
  }

  @Test
  void noSearchOfOneOrganisationFindsWhatAnotherRecorded() {
    recorded("haven", "f-ten-3");
    for (String search :
        List.of(
            "QuestionnaireResponse?subject=Patient/f-ten-3",
            "QuestionnaireResponse?encounter=Encounter/e-f-ten-3",
            "RelatedPerson?patient=Patient/f-ten-3",
            "Observation?subject=Patient/f-ten-3",
            "Provenance?patient=Patient/f-ten-3")) {
      assertThat(ids(found(search))).as(search).isNotEmpty();
      Answer duin = fhirGet("duin", search);
      assertThat(duin.status()).isEqualTo(200);
      assertThat(ids(duin)).as(search).isEmpty();
    }
    assertThat(fhirGet("duin", "Flag?patient=Patient/f-ten-3").json().path("entry")).isEmpty();
    assertThat(fhirGet("duin", "Task?patient=Patient/f-ten-3").json().path("entry")).isEmpty();
  }

  @Test
  void noSearchWithoutAPatientShowsAnothersRecord() {
    recorded("haven", "f-ten-4");
    assertThat(fhirGet("duin", "QuestionnaireResponse?_count=200").body())
        .doesNotContain("f-ten-4");
    assertThat(fhirGet("duin", "Task?_count=200").body()).doesNotContain("f-ten-4");
  }

  @Test
  void aPageLinkOfOneOrganisationIsNoGoodToAnother() {
    recorded("haven", "f-ten-5");
    String next = link(found("Observation?subject=Patient/f-ten-5&_count=2"), "next");
    assertThat(next).isNotEmpty();
    assertThat(follow("haven", next).status()).isEqualTo(200);
    refused(follow("duin", next), 410);
  }

  @Test
  void nobodyAmendsAnothersResponse() {
    String id = recorded("haven", "f-ten-6");
    Answer answer =
        amend("duin", id, "W/\"1\"", amended(Bodies.bareTick("f-ten-6", "e", DAY), id, "why"));
    refused(answer, 404);
    assertThat(rows("response", "f-ten-6")).isOne();
  }

  @Test
  void theStatusOfAnothersPatientIsThatOfAStranger() {
    recorded("haven", "f-ten-7");
    assertThat(found("Patient/f-ten-7/$kindcheck-status").body()).contains("\"last\"");
    assertThat(fhirGet("duin", "Patient/f-ten-7/$kindcheck-status").body())
        .doesNotContain("\"last\"");
  }

  @Test
  void theFormIsNotFilledFromAnothersRecord() {
    recorded("haven", "f-ten-8");
    String asked =
        """
        {"resourceType": "Parameters", "parameter": [{"name": "subject", "valueReference": {"reference": "Patient/f-ten-8"}}]}\
        """;
    assertThat(fhirPost("haven", "Questionnaire/$populate", asked).body()).contains("Noor");
    assertThat(fhirPost("duin", "Questionnaire/$populate", asked).body()).doesNotContain("Noor");
  }

  @Test
  void theGateOfAnotherDoesNotKnowTheConsideration() {
    recorded("haven", "f-ten-9");
    String asked =
        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"encounter\", \"resource\":"
            + Bodies.encounter("f-ten-9", "e-f-ten-9", DAY, "AMB", "in-progress")
            + "}]}";
    assertThat(fhirPost("haven", "Encounter/$kindcheck-gate", asked).body())
        .contains("gate.considered");
    assertThat(fhirPost("duin", "Encounter/$kindcheck-gate", asked).body())
        .doesNotContain("gate.considered");
  }
}
