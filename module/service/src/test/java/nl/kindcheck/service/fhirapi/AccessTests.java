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

/** Who may do what at the FHIR endpoint. */
class AccessTests extends FhirTest {

  private Answer with(String scope, String path) {
    return send(
        request("/fhir/" + path).header("Authorization", "Bearer " + World.bearer("haven", scope)));
  }

  private Answer create(String scope, String patient) {
    return send(
        request("/fhir/QuestionnaireResponse")
            .header("Authorization", "Bearer " + World.bearer("haven", scope))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(Bodies.twoChildren(patient, "e", DAY))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Questionnaire/kindcheck",
        "QuestionnaireResponse?subject=Patient/f-acc",
        "Patient/f-acc/$kindcheck-status",
        "Task",
        "Flag?patient=Patient/f-acc",
        "Nonsense/1"
      })
  void withoutATokenNothingIsOpen(String path) {
    Answer answer = send(request("/fhir/" + path));
    refused(answer, 401);
    assertThat(answer.http().headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c", "Basic YTpi"})
  void withAnythingElseThanATokenNothingIsOpen(String authorization) {
    refused(send(request("/fhir/Task").header("Authorization", authorization)), 401);
  }

  @Test
  void aTokenOfAnUnknownOrganisationIsRefused() {
    refused(fhirGet("elsewhere", "Task"), 401);
  }

  @Test
  void aTokenSignedByAStrangerIsRefused() {
    String token = World.STRANGER_KEYS.rs384(World.hookClaims("haven", "/fhir").build());
    refused(send(request("/fhir/Task").header("Authorization", "Bearer " + token)), 401);
  }

  @Test
  void aTokenOfTheHooksDoesNotOpenTheRecord() {
    String token = World.hookToken("haven", "/fhir");
    refused(send(request("/fhir/Task").header("Authorization", "Bearer " + token)), 401);
  }

  @ParameterizedTest
  @CsvSource({
    "system/Observation.rs, Task",
    "system/Task.r, Task",
    "system/Task.s, Task/11111111-1111-4111-8111-111111111111",
    "patient/Task.rs, Task",
    "user/Task.rs, Task",
    "system/Task.rs?nonsense=requested, Task",
    "system/Task.write, Task",
    "openid, Task",
    "'', Task",
    "system/Task.rs, Questionnaire/kindcheck",
    "system/Task.rs, RelatedPerson?patient=Patient/f-acc",
    "system/Task.rs, Observation?subject=Patient/f-acc",
    "system/Task.rs, Flag?patient=Patient/f-acc",
    "system/Task.rs, Provenance?patient=Patient/f-acc",
    "system/QuestionnaireResponse.rs, Patient/f-acc/$kindcheck-status"
  })
  void aScopeThatDoesNotCoverItIsRefused(String scope, String path) {
    refused(with(scope, path), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system/QuestionnaireResponse.rs",
        "system/QuestionnaireResponse.u",
        "system/Task.cruds",
        "user/QuestionnaireResponse.read"
      })
  void readingIsNotWriting(String scope) {
    refused(create(scope, "f-acc-1"), 403);
    assertThat(rows("response", "f-acc-1")).isZero();
  }

  @Test
  void creatingIsNotAmending() {
    String id = recorded("haven", "f-acc-2");
    Answer answer =
        send(
            request("/fhir/QuestionnaireResponse/" + id)
                .header(
                    "Authorization",
                    "Bearer " + World.bearer("haven", "system/QuestionnaireResponse.c"))
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .PUT(
                    BodyPublishers.ofString(
                        amended(Bodies.twoChildren("f-acc-2", "e", DAY), id, "why"))));
    refused(answer, 403);
    assertThat(rows("response", "f-acc-2")).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "system/Task.read, Task",
    "system/*.rs, Task",
    "system/*.*, Task",
    "system/Task.s, Task"
  })
  void aScopeThatCoversItIsEnough(String scope, String path) {
    assertThat(with(scope, path).status()).isEqualTo(200);
  }

  @Test
  void whatIsNowhereNamedIsClosed() {
    assertThat(send(request("/anything")).status()).isEqualTo(401);
    assertThat(send(request("/actuator/env")).status()).isEqualTo(401);
    assertThat(send(request("/demo/clock")).status()).isEqualTo(401);
    assertThat(
            send(request("/actuator/env")
                    .header("Authorization", "Bearer " + World.bearer("haven", ALL)))
                .status())
        .isEqualTo(404);
  }

  @Test
  void theDescriptionIsOpenToAll() {
    assertThat(send(request("/fhir/metadata")).status()).isEqualTo(200);
  }
}
