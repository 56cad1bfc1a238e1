package nl.kindcheck.service.perimeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.KindcheckApplication;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.audit.VerifyLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A backup of the running database, as {@code pg_basebackup} makes it: its files between {@code
 * pg_backup_start} and {@code pg_backup_stop}, and the log of what was written since. Restored, it
 * is the same in every row, and as closed as before.
 */
class BackupTests {

  private static final String DAY = "2026-06-01";
  private static final String DATABASE = "kindcheck";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void whatIsRestoredIsTheSameAndAsClosedAsBefore() throws Exception {
    World.standard();
    Path copy = folder.resolve("copy");
    Map<String, String> before;
    String read;
    try (EmbeddedPostgres database = start(Files.createDirectory(folder.resolve("data")))) {
      prepare(database);
      try (ConfigurableApplicationContext service = service(database)) {
        record(service, "haven", "before");
        record(service, "duin", "before");
        hook(service, "before");
        backUp(database, folder.resolve("data"), copy, () -> record(service, "haven", "meanwhile"));
        record(service, "haven", "after");
        read = read(service, "haven", "before");
      }
      execute(database, "CHECKPOINT", "SELECT pg_switch_wal()");
      copy(folder.resolve("data/pg_wal"), copy.resolve("pg_wal"));
      before = fingerprints(database);
    }
    assertThat(before).containsKeys("statement", "response", "family", "hook_call");

    try (EmbeddedPostgres restored = start(copy)) {
      assertThat(fingerprints(restored)).isEqualTo(before);
      everythingIsStillClosed(restored);
      try (ConfigurableApplicationContext service = service(restored)) {
        assertThat(read(service, "haven", "before")).isEqualTo(read);
        assertThat(read(service, "haven", "meanwhile")).contains("\"entry\"");
        assertThat(read(service, "haven", "after")).contains("\"entry\"");
        assertThat(read(service, "duin", "after")).doesNotContain("\"entry\"");
        record(service, "haven", "later");
      }
      theLogIsAsItWas(restored);
    }
  }

  /** By the command of the log itself: no line altered, none missing. */
  private void theLogIsAsItWas(EmbeddedPostgres database) throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("spring.datasource.password"), TestDatabase.PASSWORD);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--kindcheck.verify-log",
                "--kindcheck.secrets-folder=" + secrets,
                "--spring.flyway.user=" + TestDatabase.OWNER));
    settings(database)
        .forEach(
            (name, value) -> {
              if (!name.endsWith("password") && !name.equals("spring.flyway.user")) {
                arguments.add("--" + name + "=" + value);
              }
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int end = VerifyLog.run(new PrintStream(out, true, UTF_8), arguments.toArray(String[]::new));
    assertThat(end).as(out.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).containsPattern("haven: [1-9][0-9]* lines as they were");
  }

  private static EmbeddedPostgres start(Path data) throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("wal_keep_size", "256MB")
        .start();
  }

  private static void prepare(EmbeddedPostgres database) throws SQLException {
    String password = "' PASSWORD '" + TestDatabase.PASSWORD + "'";
    execute(
        database,
        "CREATE ROLE kindcheck_owner LOGIN CREATEROLE" + password.substring(1),
        "CREATE ROLE kindcheck_service LOGIN" + password.substring(1),
        "CREATE ROLE kindcheck_app NOLOGIN",
        "CREATE ROLE kindcheck_eraser NOLOGIN",
        "GRANT kindcheck_app TO kindcheck_service",
        "CREATE DATABASE " + DATABASE + " OWNER kindcheck_owner");
    try (Connection connection = superuser(database);
        Statement sql = connection.createStatement()) {
      sql.execute("ALTER SCHEMA public OWNER TO kindcheck_owner");
    }
  }

  private static void execute(EmbeddedPostgres database, String... statements) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static Connection superuser(EmbeddedPostgres database) throws SQLException {
    return database.getDatabase("postgres", DATABASE).getConnection();
  }

  private static ConfigurableApplicationContext service(EmbeddedPostgres database) {
    SpringApplication application = new SpringApplication(KindcheckApplication.class);
    application.setDefaultProperties(settings(database));
    return application.run();
  }

  private static Map<String, Object> settings(EmbeddedPostgres database) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("server.port", 0);
    settings.put("spring.datasource.url", url(database));
    settings.put("spring.datasource.username", TestDatabase.SERVICE);
    settings.put("spring.datasource.password", TestDatabase.PASSWORD);
    settings.put("spring.flyway.user", TestDatabase.OWNER);
    settings.put("spring.flyway.password", TestDatabase.PASSWORD);
    settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", World.url("/idp"));
    settings.put("spring.security.oauth2.resourceserver.jwt.jws-algorithms", "RS384");
    settings.put("kindcheck.public-url", World.PUBLIC_URL);
    settings.put("kindcheck.outgoing.private-hosts", "localhost");
    organisation(settings, 0, World.HAVEN.toString(), "haven");
    organisation(settings, 1, World.DUIN.toString(), "duin");
    return settings;
  }

  private static void organisation(
      Map<String, Object> settings, int index, String id, String code) {
    settings.put("kindcheck.organisations[" + index + "].id", id);
    settings.put("kindcheck.organisations[" + index + "].code", code);
    settings.put("kindcheck.organisations[" + index + "].name", "GGZ De Verzonnen " + code);
    settings.put("kindcheck.epds[" + index + "].organisation", code);
    settings.put("kindcheck.epds[" + index + "].fhir-server", World.fhirServer(code));
    settings.put("kindcheck.epds[" + index + "].issuer", World.url("/" + code));
    settings.put("kindcheck.epds[" + index + "].jwks", World.url("/" + code + "/jwks"));
  }

  private static String url(EmbeddedPostgres database) {
    return "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/" + DATABASE;
  }

  private String send(
      ConfigurableApplicationContext service, String path, String token, String type, String body) {
    int port = ((WebServerApplicationContext) service).getWebServer().getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type);
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void record(ConfigurableApplicationContext service, String organisation, String patient) {
    send(
        service,
        "/fhir/QuestionnaireResponse",
        World.bearer(organisation, "system/*.cruds"),
        "application/fhir+json",
        Bodies.twoChildren(patient, "e-" + patient, DAY));
  }

  private void hook(ConfigurableApplicationContext service, String patient) {
    String path = "/cds-services/kindcheck";
    send(
        service,
        path,
        World.hookToken("haven", path),
        "application/json",
        Bodies.intake(patient, "e", DAY));
  }

  /** All children of a patient, without the time of the answer. */
  private String read(ConfigurableApplicationContext service, String organisation, String patient) {
    String token = World.bearer(organisation, "system/*.cruds");
    String path = "/fhir/RelatedPerson?patient=Patient/" + patient;
    return send(service, path, token, "application/fhir+json", "")
        .replaceAll("\"meta\":\\{\"lastUpdated\":\"[^\"]*\"}", "");
  }

  /** What {@code pg_basebackup} does, while others go on writing. */
  private static void backUp(EmbeddedPostgres database, Path data, Path copy, Runnable meanwhile)
      throws SQLException, IOException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("SELECT pg_backup_start('kindcheck', fast => true)");
      meanwhile.run();
      copy(data, copy);
      Files.deleteIfExists(copy.resolve("postmaster.pid"));
      try (ResultSet label = sql.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        label.next();
        Files.writeString(copy.resolve("backup_label"), label.getString(1));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              Files.copy(
                  file,
                  to.resolve(from.relativize(file)),
                  StandardCopyOption.REPLACE_EXISTING,
                  StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException e) {
              // Gone while we came: the log of what was written tells of it.
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
            if (gone instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw gone;
          }
        });
  }

  /** Of every table all of its rows, as one sum. */
  private static Map<String, String> fingerprints(EmbeddedPostgres database) throws SQLException {
    Map<String, String> sums = new TreeMap<>();
    try (Connection connection = superuser(database)) {
      for (String table :
          column(
              connection,
              "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                  + " 'public'::regnamespace")) {
        sums.put(
            table,
            column(
                    connection,
                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY"
                        + " md5(t::text))), '') FROM \""
                        + table
                        + "\" t")
                .get(0));
      }
    }
    return sums;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  private static void everythingIsStillClosed(EmbeddedPostgres database) throws SQLException {
    try (Connection connection = superuser(database)) {
      assertThat(
              column(
                  connection,
                  "SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND"
                      + " a.attname = 'tenant_id' WHERE relkind = 'r' AND relnamespace ="
                      + " 'public'::regnamespace AND NOT (relrowsecurity AND"
                      + " relforcerowsecurity)"))
          .isEmpty();
    }
    try (Connection connection =
        DriverManager.getConnection(url(database), TestDatabase.SERVICE, TestDatabase.PASSWORD)) {
      connection.createStatement().execute("SET kindcheck.tenant = '" + World.DUIN + "'");
      assertThat(column(connection, "SELECT DISTINCT tenant_id FROM statement"))
          .containsExactly(World.DUIN.toString());
    }
    aDumpByTheOwnerIsRefusedAndNotEmpty(database);
  }

  /** As {@code pg_dump} reads: the owner is bound as well, so its dump would lack every row. */
  private static void aDumpByTheOwnerIsRefusedAndNotEmpty(EmbeddedPostgres database)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(database), TestDatabase.OWNER, TestDatabase.PASSWORD);
        Statement sql = connection.createStatement()) {
      sql.execute("SET row_security = off");
      assertThatThrownBy(() -> sql.execute("TABLE statement"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
    }
  }
}
