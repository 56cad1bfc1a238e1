package nl.kindcheck.service.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kindcheck.service.World;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Keycloak, unpacked by the build and started once for all tests, with the realm of the
 * examples in it as an organisation would import it. Ends with the tests.
 */
public final class KeycloakServer {

  /** The realm of the examples. */
  public static final String REALM = "kindcheck";

  private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
  private static final Path LOG = Path.of("target", "keycloak", "keycloak.log");
  private static final Path BUILT = HOME.resolve("built-for-tests");
  private static final Path EXAMPLE =
      Path.of("..", "..", "examples", "keycloak", "kindcheck-realm.json");

  private static final Duration START = Duration.ofMinutes(5);
  private static final String ADMIN = "admin-of-the-tests";
  private static final String PASSWORD = UUID.randomUUID().toString();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();
  private static final KeycloakServer STARTED = start();

  private final int port;

  private KeycloakServer(int port) {
    this.port = port;
  }

  /** The one that runs; the first who asks waits until it does. */
  public static KeycloakServer running() {
    return STARTED;
  }

  private static KeycloakServer start() {
    try {
      Path realms = Files.createDirectories(HOME.resolve("data").resolve("import"));
      Files.copy(
          EXAMPLE, realms.resolve("kindcheck-realm.json"), StandardCopyOption.REPLACE_EXISTING);
      if (!Files.exists(BUILT)) {
        build();
      }
      KeycloakServer server = new KeycloakServer(freePort());
      server.run();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Keycloak's own step before a start; kept, so that it costs its time once a download. */
  private static void build() throws IOException, InterruptedException {
    int ended = command("build", "--db=dev-mem", "--health-enabled=true").start().waitFor();
    if (ended != 0) {
      throw new IllegalStateException("Keycloak could not be built: see " + LOG);
    }
    Files.createFile(BUILT);
  }

  private void run() throws IOException {
    Process process =
        command(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + freePort(),
                "--cache=local")
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(new End(process)));
    Awaitility.await("Keycloak, see " + LOG)
        .atMost(START)
        // Another thread would wait for this class, which is still being made.
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(250))
        .until(() -> !process.isAlive() || answers());
    if (!process.isAlive()) {
      throw new IllegalStateException("Keycloak did not start: see " + LOG);
    }
  }

  /** A class of its own, so that it works also where this one could not be made. */
  private record End(Process process) implements Runnable {
    @Override
    public void run() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder command(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of("sh", HOME.resolve("bin").resolve("kc.sh").toString()),
                    Arrays.stream(arguments))
                .toList());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx384m",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD,
                "KINDCHECK_PUBLIC_URL",
                World.PUBLIC_URL));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    try {
      return send(HttpRequest.newBuilder(URI.create(issuer(REALM)))).statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** What a realm's tokens name as their issuer. */
  public String issuer(String realm) {
    return "http://127.0.0.1:" + port + "/realms/" + realm;
  }

  /** An address below the administration of the realms. */
  private URI admin(String path) {
    return URI.create("http://127.0.0.1:" + port + "/admin/realms" + path);
  }

  /**
   * The answer to a request for a token.
   *
   * @param form names and values in turn
   */
  public JsonNode token(String realm, String... form) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
    return JSON.readTree(answer.body());
  }

  /** The access token of a system client, with the scopes that it asks for. */
  public String clientToken(String realm, String client, String scopes) {
    JsonNode answer =
        token(
            realm,
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            secret(realm, client),
            "scope",
            scopes);
    String token = answer.path("access_token").asString("");
    if (token.isEmpty()) {
      throw new IllegalStateException("No token: " + answer);
    }
    return token;
  }

  /** The secret that Keycloak made for a client. */
  public String secret(String realm, String client) {
    return manage("GET", "/" + realm + "/clients/" + idOfClient(realm, client), null)
        .path("secret")
        .asString();
  }

  private String idOfClient(String realm, String client) {
    return manage("GET", "/" + realm + "/clients?clientId=" + client, null)
        .path(0)
        .path("id")
        .asString();
  }

  /** Gives the account of a client the role of a system and the made-up organisation. */
  void makeSystem(String client) {
    JsonNode account =
        manage(
            "GET",
            "/" + REALM + "/clients/" + idOfClient(REALM, client) + "/service-account-user",
            null);
    String user = "/" + REALM + "/users/" + account.path("id").asString();
    manage(
        "PUT",
        user,
        "{\"username\": \"%s\", \"attributes\": {\"organization\": [\"voorbeeld\"]}}"
            .formatted(account.path("username").asString()));
    JsonNode role = manage("GET", "/" + REALM + "/roles/system", null);
    manage("POST", user + "/role-mappings/realm", "[" + role + "]");
  }

  /** The example's realm once more under another name: the same claims, from another issuer. */
  String copyOfRealm(String name) {
    try {
      String realm =
          Files.readString(EXAMPLE)
              .replace("${KINDCHECK_PUBLIC_URL}", World.PUBLIC_URL)
              .replace("\"realm\": \"kindcheck\"", "\"realm\": \"" + name + "\"");
      manage("POST", "", realm);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a person of the example realm a password, as an administrator would. */
  public void setPassword(String user, String password) {
    String id =
        manage("GET", "/" + REALM + "/users?exact=true&username=" + user, null)
            .path(0)
            .path("id")
            .asString();
    manage(
        "PUT",
        "/" + REALM + "/users/" + id + "/reset-password",
        "{\"type\":\"password\",\"temporary\":false,\"value\":\"%s\"}".formatted(password));
  }

  /**
   * What an administrator does over the administration API.
   *
   * @param body JSON; null for none
   */
  public JsonNode manage(String method, String path, @Nullable String body) {
    String token =
        token(
                "master",
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                PASSWORD)
            .path("access_token")
            .asString();
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(admin(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  static String form(String... namesAndValues) {
    return IntStream.range(0, namesAndValues.length / 2)
        .mapToObj(
            i ->
                URLEncoder.encode(namesAndValues[2 * i], UTF_8)
                    + "="
                    + URLEncoder.encode(namesAndValues[2 * i + 1], UTF_8))
        .collect(Collectors.joining("&"));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every person of the example realm, in the order of their roles. */
  static final List<String> PEOPLE =
      List.of(
          "verzonnen-behandelaar",
          "verzonnen-functionaris",
          "verzonnen-coordinator",
          "verzonnen-manager",
          "verzonnen-privacy",
          "verzonnen-beheerder");
}
