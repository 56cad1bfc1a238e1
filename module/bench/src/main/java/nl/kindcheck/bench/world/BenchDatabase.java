package nl.kindcheck.bench.world;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of the bench's own, as durable as one in production: a figure with {@code fsync} off
 * would be a figure of something else.
 */
public final class BenchDatabase implements AutoCloseable {

  static final String OWNER = "kindcheck_owner";
  static final String SERVICE = "kindcheck_service";
  static final String PASSWORD = "only-in-the-bench";
  private static final String NAME = "kindcheck";

  private final EmbeddedPostgres postgres;

  private BenchDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts a new one.
   *
   * @param folder where it keeps its files; emptied first
   */
  public static BenchDatabase start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(true)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "60")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    BenchDatabase database = new BenchDatabase(postgres);
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        Statement sql = c.createStatement()) {
      sql.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
      sql.execute("CREATE ROLE " + SERVICE + " LOGIN PASSWORD '" + PASSWORD + "'");
      sql.execute("CREATE ROLE kindcheck_app NOLOGIN");
      sql.execute("CREATE ROLE kindcheck_eraser NOLOGIN");
      sql.execute("GRANT kindcheck_app TO " + SERVICE);
      sql.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
    }
    try (Connection c = database.asSuperuser();
        Statement sql = c.createStatement()) {
      sql.execute("ALTER SCHEMA public OWNER TO " + OWNER);
      // A schema of its own: the service migrates an empty one.
      sql.execute("CREATE SCHEMA bench");
      sql.execute(
          """
          CREATE TABLE bench.yardstick (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, patient text NOT NULL,
            at timestamptz NOT NULL DEFAULT now())\
          """);
      sql.execute("GRANT USAGE ON SCHEMA bench TO " + SERVICE);
      sql.execute("GRANT INSERT ON bench.yardstick TO " + SERVICE);
    }
    return database;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
  }

  /** As one whom row-level security does not bind: for putting the families in place. */
  public Connection asSuperuser() throws SQLException {
    return postgres.getDatabase("postgres", NAME).getConnection();
  }

  /** The processor time that all of its processes have used. */
  public Duration processorTime() throws SQLException {
    try (Connection c = asSuperuser();
        Statement sql = c.createStatement();
        ResultSet pids = sql.executeQuery("SELECT pid FROM pg_stat_activity")) {
      Duration all = Duration.ZERO;
      while (pids.next()) {
        all =
            all.plus(
                ProcessHandle.of(pids.getLong(1))
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO));
      }
      return all;
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
