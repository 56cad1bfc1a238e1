package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What one client may send, at the running service: behind a proxy, as at an organisation. */
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "few-requests=true",
      "kindcheck.limits.rate.per=1h",
      "kindcheck.limits.rate.hooks=3",
      "kindcheck.limits.rate.fhir=3",
      "kindcheck.limits.rate.pages=3",
      "kindcheck.limits.rate.unknown=3",
      "kindcheck.limits.body.hooks=4KB",
      "kindcheck.limits.body.fhir=5KB",
      "kindcheck.limits.body.pages=2MB",
      "kindcheck.limits.body.other=1KB"
    })
class LimitsTests extends ServiceTest {

  private static final String HOOK = "/cds-services/kindcheck";
  private static final int MOST = 3;

  private HttpRequest.Builder from(String address, String path) {
    return request(path).header("X-Forwarded-For", address);
  }

  private Answer call(String organisation, String token) {
    String body = Bodies.view("limits-" + UUID.randomUUID());
    return send(
        from(organisation.equals("haven") ? "203.0.113.1" : "203.0.113.2", HOOK)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString(body)));
  }

  private Answer call(String organisation) {
    return call(organisation, World.hookToken(organisation, HOOK));
  }

  private static void tooMany(Answer answer, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(429);
    assertThat(answer.http().headers().firstValue("Content-Type").orElse("")).startsWith(type);
    String after = answer.http().headers().firstValue("Retry-After").orElse("");
    assertThat(Integer.parseInt(after)).isBetween(1, 1_201);
    assertThat(answer.body()).contains("at most 3 in 3600 seconds", "Wait ");
    HeadersTests.safe(answer);
  }

  /** One EPD too fast; a stranger who only says that it is this EPD; and the other EPD. */
  @Test
  void anEpdThatSendsTooMuchIsToldAndTheOtherGoesOn() {
    for (int i = 0; i < MOST; i++) {
      String forged = World.STRANGER_KEYS.rs384(World.hookClaims("haven", HOOK).build());
      assertThat(
              send(from("203.0.113.66", HOOK)
                      .header("Authorization", "Bearer " + forged)
                      .POST(BodyPublishers.noBody()))
                  .status())
          .isEqualTo(401);
    }
    for (int i = 0; i < MOST; i++) {
      assertThat(call("haven").status()).isEqualTo(200);
    }
    Answer answer = call("haven");
    tooMany(answer, "application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(429);
    assertThat(call("duin").status()).isEqualTo(200);
  }

  @Test
  void aSystemThatSendsTooMuchIsToldInFhir() {
    for (int i = 0; i < MOST; i++) {
      assertThat(search("haven").status()).isEqualTo(200);
    }
    Answer answer = search("haven");
    tooMany(answer, "application/fhir+json");
    assertThat(answer.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(answer.json().path("issue").path(0).path("code").asString()).isEqualTo("throttled");
    assertThat(search("duin").status()).isEqualTo(200);
  }

  private Answer search(String organisation) {
    return send(
        from("203.0.113.3", "/fhir/Flag?patient=Patient/nobody")
            .header("Accept-Language", "en")
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL)));
  }

  @Test
  void aSessionThatSendsTooMuchGetsAPage() {
    Launched one = Launches.session(DATABASE, "haven", "Patient/limit-1", null);
    Launched other = Launches.session(DATABASE, "haven", "Patient/limit-2", null);
    for (int i = 0; i < MOST; i++) {
      assertThat(page(one).status()).isEqualTo(200);
    }
    tooMany(page(one), "text/html");
    assertThat(page(other).status()).isEqualTo(200);
  }

  private Answer page(Launched session) {
    return send(
        from("203.0.113.4", "/app/guide")
            .header("Cookie", session.cookie() + "; kindcheck-language=en")
            .header("Accept", "text/html")
            .header("Accept-Language", "en"));
  }

  /**
   * Whoever is nobody is an address; of another address others go on, and health is never counted.
   */
  @Test
  void anAddressThatSendsTooMuchUnknownIsTold() {
    for (int i = 0; i < MOST; i++) {
      assertThat(unknown("203.0.113.5", "/fhir/Flag").status()).isEqualTo(401);
    }
    tooMany(unknown("203.0.113.5", "/fhir/Flag"), "application/fhir+json");
    tooMany(unknown("203.0.113.5", HOOK), "application/problem+json");
    assertThat(unknown("203.0.113.5", "/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(unknown("203.0.113.6", "/fhir/Flag").status()).isEqualTo(401);
  }

  private Answer unknown(String address, String path) {
    return send(from(address, path).header("Accept-Language", "en"));
  }

  @ParameterizedTest
  @CsvSource({
    "/cds-services/kindcheck, application/json, 4096, 4 kB",
    "/fhir/QuestionnaireResponse, application/fhir+json, 5120, 5 kB",
    "/app/end, application/x-www-form-urlencoded, 2097152, 2 MB",
    "/elsewhere, application/json, 1024, 1 kB",
  })
  void aBodyMayBeSoLargeByWhatIsCalled(String path, String type, int largest, String said) {
    assertThat(sized(path, type, largest).status()).isNotEqualTo(413);
    Answer answer = sized(path, type, largest + 1);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("at most " + said);
    HeadersTests.safe(answer);
  }

  private Answer sized(String path, String type, int bytes) {
    return send(
        from("203.0.113." + (100 + path.length()), path)
            .header("Content-Type", type)
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString("x".repeat(bytes))));
  }
}
