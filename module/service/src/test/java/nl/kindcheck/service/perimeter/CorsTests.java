package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A website calls from a browser only for the organisation that allowed it. */
class CorsTests extends ServiceTest {

  private static final String HAVENS = "https://sandbox.haven.example";
  private static final String DUINS = "https://sandbox.duin.example";
  private static final String HOOK = "/cds-services/kindcheck";

  @DynamicPropertySource
  static void websites(DynamicPropertyRegistry properties) {
    properties.add("kindcheck.epds[0].cors-origins", () -> HAVENS);
    properties.add("kindcheck.epds[1].cors-origins", () -> DUINS);
  }

  private static Optional<String> allowed(Answer answer) {
    return answer.http().headers().firstValue("Access-Control-Allow-Origin");
  }

  private Answer ask(String origin, String path, String method) {
    return send(
        request(path)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", "authorization, content-type")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private Answer call(String origin, String organisation) {
    HttpRequest.Builder request =
        request(HOOK)
            .header("Origin", origin)
            .header("Authorization", "Bearer " + World.hookToken(organisation, HOOK))
            .header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(Bodies.view("cors"))));
  }

  private Answer search(String origin, String organisation) {
    return send(
        request("/fhir/Flag?patient=Patient/cors")
            .header("Origin", origin)
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL)));
  }

  @ParameterizedTest
  @CsvSource({"/cds-services, GET", HOOK + ", POST", "/fhir/QuestionnaireResponse, POST"})
  void aBrowserThatAsksForAnAllowedWebsiteHearsYes(String path, String method) {
    Answer answer = ask(HAVENS, path, method);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(allowed(answer)).hasValue(HAVENS);
    assertThat(answer.http().headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.http().headers().allValues("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://sandbox.haven.example",
        "https://sandbox.haven.example.elsewhere.example",
        "https://sandbox.haven.example:8443",
        "null"
      })
  void anyOtherHearsNo(String origin) {
    for (Answer answer :
        List.of(ask(origin, HOOK, "POST"), call(origin, "haven"), search(origin, "haven"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(allowed(answer)).isEmpty();
      HeadersTests.safe(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/launch", "/", "/actuator/health/liveness"})
  void whatIsNoApiIsNotCalledFromElsewhereAtAll(String path) {
    assertThat(allowed(ask(HAVENS, path, "GET"))).isEmpty();
    assertThat(allowed(send(request(path).header("Origin", HAVENS)))).isEmpty();
  }

  @Test
  void aWebsiteCallsForTheOrganisationThatAllowedIt() {
    assertThat(call(HAVENS, "haven").status()).isEqualTo(200);
    assertThat(allowed(call(DUINS, "duin"))).hasValue(DUINS);
    assertThat(search(HAVENS, "haven").status()).isEqualTo(200);
  }

  @Test
  void andForNoOther() {
    assertThat(call(HAVENS, "duin").status()).isEqualTo(403);
    Answer answer = search(DUINS, "haven");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
  }

  @Test
  void aDeleteIsNotOffered() {
    assertThat(ask(HAVENS, "/fhir/QuestionnaireResponse/1", "DELETE").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "null", "https://epd.example/", "epd.example", "https://*.example"})
  void anOriginThatIsNoneStopsTheStart(String origin) {
    assertThatThrownBy(
            () ->
                new Connection(
                    "haven",
                    URI.create("https://epd.example/fhir"),
                    null,
                    null,
                    "kindcheck",
                    List.of(),
                    List.of(origin)))
        .hasMessageContaining("cors-origins");
  }
}
