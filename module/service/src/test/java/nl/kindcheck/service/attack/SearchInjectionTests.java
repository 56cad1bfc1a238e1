package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A clinician whose token was made for one patient asks for another's, in every way in which FHIR
 * can ask.
 */
class SearchInjectionTests extends AttackTest {

  private static final String OWN = "atk-own";
  private static final String OTHER = "atk-other";
  private static final String SECRET = "Verstopt Verzonnen";

  private static final List<String> QUERIES =
      List.of(
          "_include=*",
          "_revinclude=*",
          "_include:iterate=*:*",
          "_revinclude=Observation:subject",
          "_has:Observation:patient:code=1",
          "_filter=patient eq Patient/atk-other",
          "_query=all",
          "_list=1",
          "_text=Verstopt",
          "_content=Verstopt",
          "_elements=*",
          "_summary=false",
          "_contained=both",
          "_total=accurate",
          "_sort=patient",
          "_type=Observation,Task",
          "_count=-1",
          "_count=100000000000",
          "_offset=0",
          "_tag=x",
          "_security:not=R",
          "_profile=x",
          "_source=x",
          "_lastUpdated=gt1900-01-01",
          "_id=%s",
          "patient=Patient/atk-other",
          "subject=Patient/atk-other",
          "patient=Patient/atk-own,Patient/atk-other",
          "patient=Patient/atk-own&patient=Patient/atk-other",
          "patient=Patient/atk-own&subject=Patient/atk-other",
          "patient=Patient/atk-own\\,Patient/atk-other",
          "patient=Patient/atk-own|Patient/atk-other",
          "patient=Patient/atk-own$Patient/atk-other",
          "patient=Patient/*",
          "patient=Patient/%25",
          "patient=Patient/atk-o%%",
          "patient=Patient/atk_other",
          "patient=http://evil.example/Patient/atk-other",
          "patient=Patient/atk-other/_history/1",
          "patient:missing=false",
          "patient:not=Patient/atk-own",
          "patient:Patient=atk-other",
          "patient:identifier=x|y",
          "patient.name=x",
          "patient.identifier=x",
          "subject:Patient.name=x",
          "patient:above=x",
          "patient:exact=x",
          "patient[]=Patient/atk-other",
          "PATIENT=Patient/atk-other",
          "encounter=Encounter/e-atk-other",
          "identifier=|",
          "status=|",
          "status=requested,completed&patient=Patient/atk-other",
          "code=|&subject=Patient/atk-other",
          "owner=Practitioner/intaker&patient=Patient/atk-other",
          "url=|");

  @BeforeEach
  void bothAreRecorded() {
    recorded("haven", OWN);
    String body = Bodies.twoChildren(OTHER, "e-" + OTHER, DAY).replace("Noor", SECRET);
    assertThat(fhirPost("haven", RESPONSE, body).status()).isEqualTo(201);
  }

  @Test
  void nothingOfAnotherPatientIsFound() {
    assertThat(fhirGet("haven", "RelatedPerson?patient=Patient/" + OTHER).body()).contains(SECRET);
    Somebody who = token("haven", OWN);
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (!pattern(row).matches("/fhir/[A-Za-z]+") || !row.method().equals("GET")) {
        continue;
      }
      for (String query : QUERIES) {
        int is = query.indexOf('=');
        StringBuilder asked = new StringBuilder();
        for (String part : query.split("&")) {
          int at = part.indexOf('=');
          asked.append(asked.isEmpty() ? "?" : "&").append(encoded(part.substring(0, at)));
          asked.append('=').append(encoded(part.substring(at + 1)));
        }
        assertThat(is).isPositive();
        Answer answer = get(who, pattern(row) + asked);
        boolean shows =
            answer.body().contains(SECRET)
                || answer.status() == 200 && found(answer).contains("Patient/" + OTHER);
        if (shows || !wrongWith(answer).isEmpty()) {
          wrong.add(row.path() + asked.toString() + ": " + answer.status() + " " + answer.body());
        }
        tried++;
      }
    }
    assertThat(wrong).isEmpty();
    Attacks.tried(
        "injection into a FHIR search",
        QUERIES.size()
            + " queries at every type: _include, _has, _filter, chains, modifiers, signs that part",
        tried,
        "refused, or nothing of another patient");
  }

  private static Somebody token(String organisation, String patient) {
    return token(organisation, Role.CLINICIAN, patient);
  }

  /** What was found, without the links, which repeat what was asked. */
  private static String found(Answer answer) {
    return answer.json().path("entry").toString();
  }
}
