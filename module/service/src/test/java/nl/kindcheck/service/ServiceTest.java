package nl.kindcheck.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import nl.kindcheck.service.audit.TestDoing;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service, as it runs at an organisation: no demo profile, a real PostgreSQL, tokens on
 * every call.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("moved-clock")
@Import({MovedClock.Configuration.class, TestMatrix.class})
public abstract class ServiceTest {

  protected static final TestDatabase DATABASE = TestDatabase.create();
  protected static final String ALL = "system/*.cruds";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired protected MovedClock clock;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    World.register(properties, DATABASE);
  }

  @BeforeEach
  void standardWorld() {
    World.standard();
    clock.moveTo(MovedClock.START);
    TestDoing.begin();
  }

  @AfterEach
  void doesNothingMore() {
    TestDoing.end();
  }

  /** An answer, with its body as text and as JSON. */
  protected record Answer(int status, String body, HttpResponse<String> http) {
    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  protected Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A CDS Hooks call of an organisation's EPD, with a good token. */
  protected Answer hook(String organisation, String body) {
    return send(
        request("/cds-services/kindcheck")
            .header(
                "Authorization",
                "Bearer " + World.hookToken(organisation, "/cds-services/kindcheck"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  protected Answer fhirGet(String organisation, String path) {
    return send(
        request("/fhir/" + path)
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL)));
  }

  protected Answer fhirPost(String organisation, String path, String body) {
    return send(
        request("/fhir/" + path)
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A page below {@code /app}, in a session of {@link Launches}. */
  protected Answer open(Launched session, String path) {
    return send(request(path).header("Cookie", session.cookie()).GET());
  }

  /**
   * Sends a form below {@code /app}, as the page itself would. A redirect is not followed.
   *
   * @param fields names and values in turn
   */
  protected Answer submit(Launched session, String path, String... fields) {
    StringBuilder body = new StringBuilder("_csrf=" + session.csrf());
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(URLEncoder.encode(fields[i], UTF_8)).append('=');
      body.append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return send(
        request(path)
            .header("Cookie", session.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }
}
