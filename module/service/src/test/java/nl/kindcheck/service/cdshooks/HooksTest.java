package nl.kindcheck.service.cdshooks;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the tests of the hooks share: calls that differ in one thing, and a look at what is kept.
 */
abstract class HooksTest extends ServiceTest {

  static final String HOOK = "/cds-services/kindcheck";
  static final String FEEDBACK = HOOK + "/feedback";
  static final String DISCOVERY = "/cds-services";
  static final String DAY = "2026-06-01";
  static final String ACCESS_TOKEN = "an-access-token-of-the-epd";

  private static final JsonMapper JSON = new JsonMapper();

  /** An intake in which one thing is changed. */
  static String intake(String patient, Consumer<ObjectNode> change) {
    return changed(Bodies.intake(patient, patient + "-e", DAY), change);
  }

  /** A view of a record in which one thing is changed. */
  static String view(String patient, Consumer<ObjectNode> change) {
    return changed(Bodies.view(patient), change);
  }

  static String changed(String body, Consumer<ObjectNode> change) {
    ObjectNode json = (ObjectNode) JSON.readTree(body);
    change.accept(json);
    return json.toString();
  }

  static ObjectNode at(JsonNode body, String name) {
    return (ObjectNode) body.path(name);
  }

  static ObjectNode prefetch(JsonNode body) {
    return at(body, "prefetch");
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Names the EPD's FHIR server, with a token for it. */
  static void server(ObjectNode body, String address) {
    body.put("fhirServer", address);
    body.set(
        "fhirAuthorization",
        json(
            """
            {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.rs", "subject": "kindcheck"}\
            """
                .formatted(ACCESS_TOKEN)));
  }

  static void havensServer(ObjectNode body) {
    server(body, World.fhirServer("haven"));
  }

  /** What the Haven's FHIR server answers to a read or search. */
  static void epdGives(String path, String json) {
    World.OUTSIDE.stubFor(get(urlEqualTo("/haven/fhir/" + path)).willReturn(okJson(json)));
  }

  static void nothingWasFetched() {
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/(haven|duin)/fhir.*")));
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
  }

  static String bundle(String... resources) {
    List<String> entries = new ArrayList<>();
    for (String resource : resources) {
      entries.add("{\"resource\": " + resource + "}");
    }
    return "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": ["
        + String.join(",", entries)
        + "]}";
  }

  static String episode(String patient, String status) {
    return """
    {"resourceType": "EpisodeOfCare", "id": "episode-%s", "status": "%s", "patient": {"reference": "Patient/%s"},
     "period": {"start": "%s"}}\
    """
        .formatted(patient, status, patient, DAY);
  }

  Answer call(String path, String authorization, String body) {
    return send(
        request(path)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer call(String path, String body) {
    return call(path, "Bearer " + World.hookToken("haven", path), body);
  }

  Answer discover(String token) {
    return send(request(DISCOVERY).header("Authorization", "Bearer " + token));
  }

  static List<JsonNode> cards(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<JsonNode> cards = new ArrayList<>();
    answer.json().path("cards").forEach(cards::add);
    assertThat(cards).hasSizeLessThanOrEqualTo(1);
    return cards;
  }

  static JsonNode card(Answer answer) {
    List<JsonNode> cards = cards(answer);
    assertThat(cards).as(answer.body()).hasSize(1);
    return cards.get(0);
  }

  static void isDue(Answer answer) {
    assertThat(topic(answer)).isEqualTo("kindcheck-due");
  }

  static void isUndetermined(Answer answer) {
    assertThat(topic(answer)).isEqualTo("kindcheck-status-unknown");
  }

  private static String topic(Answer answer) {
    return card(answer).path("source").path("topic").path("code").asString();
  }

  /** A refusal: the status, the field, and nothing of the inside. */
  static void isRefused(Answer answer, int status, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.http().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
    assertThat(answer.json().path("field").asString("")).isEqualTo(field);
    tellsNothingOfTheInside(answer);
  }

  static void tellsNothingOfTheInside(Answer answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "nl.kindcheck", "java.", "org.", "tools.jackson", "\tat ");
  }

  /** Asks as a superuser, who sees every tenant's rows. */
  static <T> List<T> stored(Class<T> type, String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(type.cast(rows.getObject(1)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long count(String fromWhere, Object... values) {
    return stored(Long.class, "SELECT count(*) FROM " + fromWhere, values).get(0);
  }

  /** The outcomes of the lines that a tenant's ledger holds of one hook instance. */
  static List<String> lines(UUID tenant, String hookInstance) {
    return stored(
        String.class,
        "SELECT outcome FROM hook_call WHERE tenant_id = ? AND hook_instance = ?",
        tenant,
        hookInstance);
  }

  static String instanceOf(String body) {
    return json(body).path("hookInstance").asString();
  }
}
