package nl.kindcheck.service.attack;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One organisation's trouble is not another's. The Duin hangs, 200 calls at once; the Haven's hooks
 * are answered meanwhile. That they are is asserted, not how fast on a busy machine.
 */
class NeighbourTests extends AttackTest {

  private static final String HOOK = "/cds-services/kindcheck";
  private static final int CROWD = 200;
  private static final int CALLS = 10;
  private static final Duration LONG = Duration.ofSeconds(90);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The keys of both are known; that of the Duin are read anew when one is unknown. */
  @BeforeEach
  void bothAreAnswered() {
    due("atk-near-before");
    assertThat(hook("duin", Bodies.view("atk-far-before")).status()).isEqualTo(200);
  }

  private void due(String patient) {
    Answer answer = hook("haven", Bodies.intake(patient, patient + "-e", DAY));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"kindcheck-due\"");
  }

  private List<CompletableFuture<HttpResponse<String>>> crowd(Supplier<String> token, String body) {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      var call =
          request(HOOK)
              .header("Authorization", "Bearer " + token.get())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      calls.add(client.sendAsync(call, BodyHandlers.ofString()));
    }
    return calls;
  }

  private static long waiting(List<? extends CompletableFuture<?>> calls) {
    return calls.stream().filter(call -> !call.isDone()).count();
  }

  /** The Haven is answered while the Duin still waits; afterwards the Duin is answered again. */
  private void answersTheHaven(
      String name, List<CompletableFuture<HttpResponse<String>>> crowd, Runnable over) {
    for (int i = 0; i < CALLS; i++) {
      due("atk-near-" + name + i);
    }
    assertThat(fhirGet("haven", "Patient/atk-near-" + name + "0/$kindcheck-status").status())
        .isEqualTo(200);
    assertThat(waiting(crowd)).as("calls of the Duin that wait").isPositive();
    over.run();
    await().atMost(LONG).until(() -> waiting(crowd) == 0);
    await()
        .atMost(LONG)
        .until(
            () ->
                hook("duin", Bodies.intake("atk-far-" + name, "atk-far-" + name + "-e9", DAY))
                    .body()
                    .contains("\"kindcheck-due\""));
  }

  @Test
  void anEpdThatHangsKeepsOnlyItsOwnCallsWaiting() {
    World.OUTSIDE.stubFor(
        WireMock.get(urlMatching("/duin/fhir/.*")).willReturn(okJson("{}").withFixedDelay(8_000)));
    String body =
        Bodies.view("atk-far-epd")
            .replace("\"patient\": {\"resourceType\": \"Patient\", \"id\": \"atk-far-epd\"}, ", "")
            .replace(
                "{\"hook\"",
                "{\"fhirServer\": \"%s\", \"fhirAuthorization\": {\"access_token\": \"t\"}, \"hook\""
                    .formatted(World.fhirServer("duin")));
    var crowd = crowd(() -> World.hookToken("duin", HOOK), body);
    await()
        .atMost(LONG)
        .until(
            () -> !World.OUTSIDE.findAll(getRequestedFor(urlMatching("/duin/fhir/.*"))).isEmpty());

    answersTheHaven("epd", crowd, World::standard);

    Attacks.tried(
        "a neighbour in trouble",
        "calls of another organisation at once, whose EPD hangs",
        CROWD,
        "the hooks of this one are answered meanwhile");
  }

  @Test
  void keysThatCannotBeReadKeepOnlyTheirOwnCallsWaiting() {
    World.OUTSIDE.stubFor(
        WireMock.get(urlPathEqualTo("/duin/jwks"))
            .willReturn(okJson(World.DUIN_KEYS.jwks()).withFixedDelay(20_000)));
    JWSHeader unknown = new JWSHeader.Builder(JWSAlgorithm.RS384).keyID("unknown").build();
    var crowd =
        crowd(
            () -> World.DUIN_KEYS.sign(unknown, World.hookClaims("duin", HOOK).build()),
            Bodies.view("atk-far-keys"));
    for (int i = 0; i < CALLS; i++) {
      due("atk-near-keys" + i);
    }
    await().atMost(LONG).until(() -> waiting(crowd) == 0);
    assertThat(crowd).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(401));
    World.standard();
    assertThat(hook("duin", Bodies.view("atk-far-keys")).status()).isEqualTo(200);

    Attacks.tried(
        "a neighbour in trouble",
        "calls of another organisation at once, whose address of keys hangs",
        CROWD,
        "the hooks of this one are answered meanwhile");
  }

  @Test
  void rowsThatAreLockedKeepOnlyTheirOwnCallsWaiting() throws SQLException {
    String body = Bodies.intake("atk-far-rows", "atk-far-rows-e", DAY);
    assertThat(hook("duin", body).status()).isEqualTo(200);
    try (Connection superuser = DATABASE.asSuperuser();
        Statement sql = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      sql.execute("SELECT 1 FROM family WHERE patient_ref = 'Patient/atk-far-rows' FOR UPDATE");
      var crowd =
          crowd(
              () -> World.hookToken("duin", HOOK),
              Bodies.intake("atk-far-rows", "atk-far-rows-e2", DAY));
      await().atMost(LONG).until(() -> lockedOut() > 3);

      answersTheHaven(
          "rows",
          crowd,
          () -> {
            try {
              superuser.rollback();
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    Attacks.tried(
        "a neighbour in trouble",
        "calls of another organisation at once, whose rows are locked",
        CROWD,
        "the hooks of this one are answered meanwhile");
  }

  private static long lockedOut() {
    return count(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
            + " current_database()");
  }
}
