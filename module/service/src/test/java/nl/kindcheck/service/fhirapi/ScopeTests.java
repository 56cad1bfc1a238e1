package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Scopes of one patient, and those with a query: what they grant, and that nothing else comes. */
class ScopeTests extends FhirTest {

  private static String token(String role, String scope, String patient) {
    return World.bearer(World.bearerClaims("haven", role, scope).claim("patient", patient));
  }

  private Answer get(String token, String path) {
    return send(request("/fhir/" + path).header("Authorization", "Bearer " + token));
  }

  private Answer create(String token, String patient) {
    return send(
        request("/fhir/QuestionnaireResponse")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(Bodies.twoChildren(patient, "e-" + patient, DAY))));
  }

  private String anyId(String type, String search) {
    return ids(fhirGet("haven", type + "?" + search)).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user/*.rs", "user/*.read"})
  void aClinicianReadsThePatientOfTheLaunchAndNobodyElse(String scope) {
    String own = "f-sc-own-" + Math.abs(scope.hashCode());
    String other = "f-sc-other-" + Math.abs(scope.hashCode());
    String ownId = recorded("haven", own);
    String otherId = recorded("haven", other);
    String token = token("clinician", scope, own);

    assertThat(get(token, "QuestionnaireResponse/" + ownId).status()).isEqualTo(200);
    assertThat(get(token, "QuestionnaireResponse/" + ownId + "/_history/1").status())
        .isEqualTo(200);
    refused(get(token, "QuestionnaireResponse/" + otherId), 404);
    refused(get(token, "QuestionnaireResponse/" + otherId + "/_history/1"), 404);
    for (String search :
        new String[] {"Observation?subject=", "Provenance?patient=", "RelatedPerson?patient="}) {
      String type = search.replaceFirst("\\?.*", "");
      String idOfOwn = anyId(type, search.substring(type.length() + 1) + "Patient/" + own);
      String idOfOther = anyId(type, search.substring(type.length() + 1) + "Patient/" + other);
      assertThat(get(token, type + "/" + idOfOwn).status()).as(type).isEqualTo(200);
      refused(get(token, type + "/" + idOfOther), 404);
      assertThat(ids(get(token, search + "Patient/" + own))).as(search).isNotEmpty();
      assertThat(ids(get(token, search + "Patient/" + other))).as(search).isEmpty();
    }
    refused(get(token, "Patient/" + other + "/$kindcheck-status"), 403);
    assertThat(get(token, "Patient/" + own + "/$kindcheck-status").status()).isEqualTo(200);
  }

  @Test
  void aSearchThatNamesNobodyIsOfThePatientOfTheLaunch() {
    recorded("haven", "f-sc-1");
    recorded("haven", "f-sc-2");

    Answer found = get(token("clinician", "user/*.rs", "f-sc-1"), "QuestionnaireResponse");

    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(found.body()).contains("Patient/f-sc-1").doesNotContain("Patient/f-sc-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Group/1", "a b", "Patient/", "Patient/a/b", "*"})
  void aPatientThatIsNoneOpensNothing(String patient) {
    recorded("haven", "f-sc-3");
    refused(get(token("clinician", "patient/*.rs", patient), "QuestionnaireResponse"), 403);
  }

  @Test
  void ofAnotherPatientNotEvenTheNumberOfPagesIsTold() {
    recorded("haven", "f-sc-17");
    Answer found =
        get(
            token("clinician", "patient/*.rs", "f-sc-18"),
            "Observation?subject=Patient/f-sc-17&_count=1");

    assertThat(found.status()).isEqualTo(200);
    assertThat(ids(found)).isEmpty();
    assertThat(link(found, "next")).isEmpty();
  }

  @Test
  void aClinicianWritesForThePatientOfTheLaunchAndNobodyElse() {
    String token = token("clinician", "patient/*.cruds", "f-sc-4");

    assertThat(create(token, "f-sc-4").status()).isEqualTo(201);
    refused(create(token, "f-sc-5"), 403);
    assertThat(rows("response", "f-sc-5")).isZero();
  }

  @Test
  void anAmendmentDoesNotReachTheResponseOfAnother() {
    String id = recorded("haven", "f-sc-6");
    String token = token("clinician", "patient/*.cruds", "f-sc-7");
    Answer answer =
        send(
            request("/fhir/QuestionnaireResponse/" + id)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .PUT(
                    BodyPublishers.ofString(
                        amended(Bodies.twoChildren("f-sc-7", "e", DAY), id, "why"))));

    refused(answer, 404);
    assertThat(rows("response", "f-sc-6")).isOne();
  }

  @Test
  void anOfficerSeesTasksAndNoStatements() {
    recorded("haven", "f-sc-8");
    String token =
        token("kopp-kov-officer", "user/*.cruds system/*.cruds patient/*.cruds", "f-sc-8");

    assertThat(get(token, "Task?patient=Patient/f-sc-8").status()).isEqualTo(200);
    refused(get(token, "Observation?subject=Patient/f-sc-8"), 403);
    refused(create(token, "f-sc-8"), 403);
  }

  @Test
  void aQueryOfAScopeIsKeptTo() {
    recorded("haven", "f-sc-9");
    String scope = "system/Observation.rs?code=wellbeing";
    Answer found = get(World.bearer("haven", scope), "Observation?subject=Patient/f-sc-9");

    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(found.json().path("entry").size()).isPositive();
    for (JsonNode entry : found.json().path("entry")) {
      assertThat(entry.path("resource").path("code").toString()).contains("\"wellbeing\"");
    }
    String other = anyId("Observation", "subject=Patient/f-sc-9&code=birth");
    refused(get(World.bearer("haven", scope), "Observation/" + other), 404);
  }

  @Test
  void twoScopesGrantWhatEachGrants() {
    recorded("haven", "f-sc-10");
    String scopes = "system/Observation.rs?code=wellbeing system/Observation.rs?code=birth";
    String found = get(World.bearer("haven", scopes), "Observation?subject=Patient/f-sc-10").body();

    assertThat(found).contains("\"wellbeing\"", "\"birth\"").doesNotContain("\"residence\"");
  }

  @Test
  void aScopeOfAQueryAndAPatientKeepsToBoth() {
    recorded("haven", "f-sc-11");
    recorded("haven", "f-sc-12");
    String token = token("clinician", "patient/Observation.rs?code=wellbeing", "f-sc-11");

    assertThat(get(token, "Observation?subject=Patient/f-sc-11").body())
        .contains("\"wellbeing\"")
        .doesNotContain("\"birth\"");
    assertThat(ids(get(token, "Observation?subject=Patient/f-sc-12"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system/Observation.rs?category=survey",
        "system/Observation.rs?code=wellbeing&category=survey",
        "system/*.rs?code=wellbeing",
        "system/Observation.rs?_id=1"
      })
  void aQueryThatIsNotKnownGrantsNothingAndSaysSo(String scope) {
    Answer answer = get(World.bearer("haven", scope), "Observation?subject=Patient/f-sc-13");

    refused(answer, 403);
    assertThat(answer.body()).contains("beperkt met een zoekvraag die wij niet kennen");
  }

  @Test
  void aQueryHoldsForWhatIsWritten() {
    String fits = "system/QuestionnaireResponse.c?encounter=Encounter/e-f-sc-14";
    String not = "system/QuestionnaireResponse.c?encounter=Encounter/another";

    refused(create(World.bearer("haven", not), "f-sc-14"), 403);
    assertThat(create(World.bearer("haven", fits), "f-sc-14").status()).isEqualTo(201);
  }

  @Test
  void theNextPageKeepsToTheScopesOfWhoAsksForIt() {
    recorded("haven", "f-sc-15");
    Answer first =
        get(World.bearer("haven", "system/*.rs"), "Observation?subject=Patient/f-sc-15&_count=2");
    String next = link(first, "next").substring(World.PUBLIC_URL.length() + "/fhir".length());
    String officer = token("kopp-kov-officer", "user/*.rs", "f-sc-15");
    String elsewhere = token("clinician", "user/*.rs", "f-sc-16");

    refused(send(request("/fhir" + next).header("Authorization", "Bearer " + officer)), 403);
    assertThat(ids(send(request("/fhir" + next).header("Authorization", "Bearer " + elsewhere))))
        .isEmpty();
  }
}
