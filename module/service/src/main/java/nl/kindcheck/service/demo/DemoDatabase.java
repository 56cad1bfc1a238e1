package nl.kindcheck.service.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's own PostgreSQL, in a folder of its own. Its defaults are a test fixture's, so
 * durability is switched on and every login needs a password. After a kill the database may still
 * run: then it is taken over instead of started.
 */
final class DemoDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DemoDatabase.class);

  static final String OWNER = "kindcheck_owner";
  static final String SERVICE = "kindcheck_service";
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "kindcheck";

  private final Path folder;
  private final int port;
  private final String password;
  private final @Nullable EmbeddedPostgres started;

  private DemoDatabase(Path folder, int port, String password, @Nullable EmbeddedPostgres started) {
    this.folder = folder;
    this.port = port;
    this.password = password;
    this.started = started;
  }

  static DemoDatabase open(DemoSettings settings) throws IOException, SQLException {
    Path folder = Files.createDirectories(settings.data().toAbsolutePath());
    String password = password(folder.resolve("database-password"));
    int port = settings.databasePort();
    Path data = folder.resolve("database");
    if (isAlive(data, port)) {
      log.info("The demo's database still runs after an earlier stop and is taken over");
      DemoDatabase running = new DemoDatabase(folder, port, password, null);
      running.prepare();
      return running;
    }
    // PostgreSQL clears a stale file itself only while no other process has got that number.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    DemoDatabase database = new DemoDatabase(folder, port, password, start(data, port, password));
    database.prepare();
    return database;
  }

  private static EmbeddedPostgres start(Path data, int port, String password) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        // Closed after those who use it; a hook of its own would come before them.
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setServerConfig("max_connections", "60")
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Whether the process that the data folder names is a database and lives. */
  private static boolean isAlive(Path data, int port) throws IOException {
    return process(data, port).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Where the system does not tell what the process is, it is taken for ours only if it answers.
   */
  private static Optional<ProcessHandle> process(Path data, int port) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String first = Files.readAllLines(file).stream().findFirst().orElse("").trim();
    if (!first.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(first))
        .filter(
            p ->
                p.info().command().map(c -> c.contains("postgres")).orElseGet(() -> answers(port)));
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > 0) {
      return Files.readString(file).trim();
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    // Whole or not at all: a kill halfway must not leave a database with another password.
    Path written = file.resolveSibling("database-password.new");
    Files.deleteIfExists(written);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          written,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(written, password);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return password;
  }

  /**
   * Creates what is not there yet, in an order that a kill at any step leaves to be gone through
   * again.
   */
  private void prepare() throws IOException, SQLException {
    Path hba = folder.resolve("database").resolve("pg_hba.conf");
    try (Connection connection = connect(SUPERUSER, "postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
      login(sql, OWNER, "CREATEROLE");
      login(sql, SERVICE, "");
      create(sql, "pg_roles WHERE rolname = 'kindcheck_app'", "CREATE ROLE kindcheck_app NOLOGIN");
      create(
          sql,
          "pg_roles WHERE rolname = 'kindcheck_eraser'",
          "CREATE ROLE kindcheck_eraser NOLOGIN");
      sql.execute("GRANT kindcheck_app TO " + SERVICE);
      create(
          sql,
          "pg_database WHERE datname = '" + DATABASE + "'",
          "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      // Every time: a kill may have come between the writing and the telling.
      Files.writeString(
          hba,
          """
          local all all scram-sha-256
          host all all 127.0.0.1/32 scram-sha-256
          """);
      sql.execute("SELECT pg_reload_conf()");
    }
    try (Connection connection = connect(SUPERUSER, DATABASE);
        Statement sql = connection.createStatement()) {
      sql.execute("ALTER SCHEMA public OWNER TO " + OWNER);
    }
  }

  private void login(Statement sql, String name, String may) throws SQLException {
    create(sql, "pg_roles WHERE rolname = '" + name + "'", "CREATE ROLE " + name + " LOGIN");
    sql.execute("ALTER ROLE " + name + " LOGIN " + may + " PASSWORD '" + password + "'");
  }

  private static void create(Statement sql, String unlessIn, String statement) throws SQLException {
    try (var rows = sql.executeQuery("SELECT 1 FROM " + unlessIn)) {
      if (rows.next()) {
        return;
      }
    }
    sql.execute(statement);
  }

  private Connection connect(String user, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.close();
      return;
    }
    Optional<ProcessHandle> running = process(folder.resolve("database"), port);
    running.ifPresent(ProcessHandle::destroy);
    running.ifPresent(p -> p.onExit().completeOnTimeout(p, 10, TimeUnit.SECONDS).join());
  }
}
