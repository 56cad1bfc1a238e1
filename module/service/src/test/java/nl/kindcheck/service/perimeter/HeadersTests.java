package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;

/** Every kind of answer carries the headers that keep a browser from doing what nobody meant. */
class HeadersTests extends ServiceTest {

  private static Optional<String> header(Answer answer, String name) {
    return answer.http().headers().firstValue(name);
  }

  /** What every answer has. */
  static void safe(Answer answer) {
    String of = answer.http().request().method() + " " + answer.http().uri().getPath();
    assertThat(header(answer, "X-Content-Type-Options")).as(of).hasValue("nosniff");
    assertThat(header(answer, "Referrer-Policy")).as(of).hasValue("no-referrer");
    assertThat(header(answer, "Permissions-Policy").orElse("")).as(of).contains("camera=()");
    String policy = header(answer, "Content-Security-Policy").orElse("");
    assertThat(policy).as(of).contains("default-src 'none'", "frame-ancestors ");
    assertThat(policy).as(of).doesNotContain("unsafe", "data:");
    assertThat(policy.replaceFirst("frame-ancestors [^;]*", "")).as(of).doesNotContain("http");
    assertThat(header(answer, "Server")).as(of).isEmpty();
    assertThat(header(answer, "X-Powered-By")).as(of).isEmpty();
    if (!answer.http().uri().getPath().startsWith("/app/static/")) {
      assertThat(header(answer, "Cache-Control").orElse("")).as(of).contains("no-store");
    }
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String token, String body) {
    return request
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder page(HttpRequest.Builder request) {
    return request.header("Accept", "text/html");
  }

  @Test
  void everyKindOfAnswerIsSafe() {
    Map<HttpRequest.Builder, Integer> kinds = new LinkedHashMap<>();
    apis(kinds);
    pages(kinds);
    kinds.forEach(
        (request, status) -> {
          Answer answer = send(request);
          assertThat(answer.status()).as(answer.http().uri().getPath()).isEqualTo(status);
          safe(answer);
        });
  }

  private void apis(Map<HttpRequest.Builder, Integer> kinds) {
    String hook = "/cds-services/kindcheck";
    String token = World.hookToken("haven", hook);
    String bearer = "Bearer " + World.bearer("haven", ALL);
    String large = "x".repeat(1024 * 1024 + 1);
    kinds.put(json(request(hook), token, Bodies.view("headers")), 200);
    kinds.put(json(request(hook), World.hookToken("haven", hook), "{"), 400);
    kinds.put(json(request(hook), "none", "{}"), 401);
    kinds.put(json(request(hook), "none", large), 413);
    kinds.put(request("/fhir/metadata"), 200);
    kinds.put(request("/fhir/Flag"), 401);
    kinds.put(request("/fhir/Flag?patient=Patient/nobody").header("Authorization", bearer), 200);
    kinds.put(request("/fhir/Flag?nothing=x").header("Authorization", bearer), 400);
    kinds.put(request("/fhir/Nothing/1").header("Authorization", bearer), 404);
    kinds.put(
        request("/fhir/Flag").header("Authorization", bearer).header("Accept", "text/csv"), 406);
    kinds.put(json(request("/fhir/QuestionnaireResponse"), "none", large), 413);
    kinds.put(request("/actuator/health/liveness"), 200);
    kinds.put(request("/"), 200);
  }

  private void pages(Map<HttpRequest.Builder, Integer> kinds) {
    Launched session = Launches.session(DATABASE, "haven", "Patient/headers", null);
    kinds.put(page(request("/app")), 401);
    kinds.put(page(request("/app").header("Cookie", session.cookie())), 200);
    kinds.put(page(request("/app/nothing").header("Cookie", session.cookie())), 404);
    kinds.put(request("/app/guide").header("Cookie", session.cookie()), 200);
    kinds.put(
        page(request("/app/end"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("x".repeat(1024 * 1024 + 1))),
        413);
    kinds.put(
        page(request("/app/end"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("a=%zz")),
        400);
    kinds.put(request("/app/static/kindcheck.svg"), 200);
  }

  /**
   * Nobody but the EPD of the session may frame a page, and nothing may be loaded from elsewhere.
   */
  @Test
  void aPageIsFramedByItsOwnEpdAlone() {
    Launched session = Launches.session(DATABASE, "haven", "Patient/frames", null);
    Answer answer = send(page(request("/app").header("Cookie", session.cookie())));
    assertThat(header(answer, "Content-Security-Policy").orElse(""))
        .endsWith("frame-ancestors 'self' " + World.url(""));
  }
}
