package nl.kindcheck.service.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.KindcheckApplication;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A death of the process in the middle of saving: nothing acknowledged is lost, nothing is half.
 */
class KilledTests {

  private static final TenantId HAVEN = new TenantId(World.HAVEN);
  private static final String DAY = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString();
  private static final int KILLS = 3;

  private final TestDatabase database = TestDatabase.create();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfStored() throws Exception {
    World.standard();
    for (int kill = 0; kill < KILLS; kill++) {
      int port = freePort();
      Process service = start(port);
      ExecutorService senders = Executors.newFixedThreadPool(4);
      try {
        ready(service, port);
        resend(port);
        int enough = acknowledged.size() + 20 + 7 * kill;
        for (int i = 0; i < 4; i++) {
          senders.execute(() -> sendUntilItDies(port));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);
      } finally {
        service.destroyForcibly();
        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        senders.shutdown();
        assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      }
      everythingIsWhole();
    }
    assertThat(acknowledged).hasSizeGreaterThan(60);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process start(int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    settings(port).forEach((name, value) -> command.add(1, "-D" + name + "=" + value));
    command.add(KindcheckApplication.class.getName());
    Path output = folder.resolve("output-" + port);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);
    builder.environment().put("SPRING_FLYWAY_PASSWORD", TestDatabase.PASSWORD);
    return builder.start();
  }

  private Map<String, String> settings(int port) {
    return Map.ofEntries(
        Map.entry("server.port", Integer.toString(port)),
        Map.entry("spring.datasource.url", database.url()),
        Map.entry("spring.datasource.username", TestDatabase.SERVICE),
        Map.entry("spring.flyway.user", TestDatabase.OWNER),
        Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", World.url("/idp")),
        Map.entry("spring.security.oauth2.resourceserver.jwt.jws-algorithms", "RS384"),
        Map.entry("kindcheck.public-url", World.PUBLIC_URL),
        Map.entry("kindcheck.outgoing.private-hosts", "localhost"),
        Map.entry("kindcheck.timers.announce-every", "500ms"),
        Map.entry("kindcheck.organisations[0].id", World.HAVEN.toString()),
        Map.entry("kindcheck.organisations[0].code", "haven"),
        Map.entry("kindcheck.organisations[0].name", "GGZ De Verzonnen Haven"));
  }

  private void ready(Process service, int port) {
    URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> {
              assertThat(service.isAlive()).as(output(port)).isTrue();
              try {
                return http.send(
                            HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                        .statusCode()
                    == 200;
              } catch (IOException e) {
                return false;
              }
            });
  }

  private String output(int port) throws IOException {
    Path output = folder.resolve("output-" + port);
    return Files.exists(output) ? Files.readString(output) : "";
  }

  private HttpResponse<String> send(int port, String identifier)
      throws IOException, InterruptedException {
    String body =
        Bodies.twoChildren(identifier, "e", DAY)
            .replace(
                "\"status\"", "\"identifier\": {\"value\": \"" + identifier + "\"}, \"status\"");
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/fhir/QuestionnaireResponse"))
            .header("Authorization", "Bearer " + World.bearer("haven", "system/*.cruds"))
            .header("Content-Type", "application/fhir+json")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  private void sendUntilItDies(int port) {
    try {
      while (true) {
        String identifier = "f-kill-" + number.incrementAndGet();
        HttpResponse<String> answer = send(port, identifier);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        acknowledged.put(identifier, id(answer));
      }
    } catch (IOException e) {
      // It was killed, as it should be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String id(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceAll(".*/QuestionnaireResponse/([^/]+)/.*", "$1");
  }

  /** What was acknowledged before the kill is known after it: the same result. */
  private void resend(int port) throws IOException, InterruptedException {
    for (String identifier : acknowledged.keySet().stream().limit(5).toList()) {
      assertThat(id(send(port, identifier))).isEqualTo(acknowledged.get(identifier));
    }
  }

  private void everythingIsWhole() throws SQLException {
    try (Connection connection = database.asSuperuser()) {
      List<String> stored =
          column(
              connection,
              "SELECT trim(leading '|' FROM identifier) || ' ' || response_id FROM response");
      acknowledged.forEach((identifier, id) -> assertThat(stored).contains(identifier + " " + id));
      assertThat(
              column(
                  connection,
                  "SELECT DISTINCT (SELECT count(*) FROM statement s WHERE s.response_id ="
                      + " r.response_id) FROM response r"))
          .as("every response has all of its statements")
          .hasSize(1)
          .doesNotContain("0");
      assertThat(
              column(
                  connection,
                  "SELECT statement_id FROM statement s WHERE NOT EXISTS (SELECT 1 FROM response r"
                      + " WHERE r.response_id = s.response_id)"))
          .isEmpty();
      assertThat(
              column(
                  connection,
                  "SELECT family_id FROM family f WHERE version <> 1 OR next_due IS NULL OR NOT"
                      + " EXISTS (SELECT 1 FROM response r WHERE r.family_id = f.family_id)"))
          .isEmpty();
    }
    projectionsFollow();
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void projectionsFollow() throws SQLException {
    try (Connection connection = database.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '" + HAVEN + "', false)");
      FamilyRecord record =
          new FamilyRecord(
              JdbcClient.create(new SingleConnectionDataSource(connection, true)), Instant::now);
      for (String id : column(connection, "SELECT family_id FROM family")) {
        FamilyHead row = record.byId(HAVEN, new FamilyId(UUID.fromString(id))).orElseThrow();
        assertThat(row.state()).isEqualTo(record.rebuilt(HAVEN, row).state());
      }
    }
  }
}
