package nl.kindcheck.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, started once for all tests; every application context gets a database of its
 * own in it.
 */
public final class TestDatabase {

  public static final String OWNER = "kindcheck_owner";
  public static final String SERVICE = "kindcheck_service";

  /** The login of the command that destroys. */
  public static final String ERASER = "kindcheck_erasing";

  public static final String PASSWORD = "only-in-tests";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres started =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      try (Connection c = started.getPostgresDatabase().getConnection();
          Statement sql = c.createStatement()) {
        sql.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
        sql.execute("CREATE ROLE " + SERVICE + " LOGIN PASSWORD '" + PASSWORD + "'");
        sql.execute("CREATE ROLE kindcheck_app NOLOGIN");
        sql.execute("CREATE ROLE kindcheck_eraser NOLOGIN");
        sql.execute("GRANT kindcheck_app TO " + SERVICE);
        sql.execute("CREATE ROLE " + ERASER + " LOGIN PASSWORD '" + PASSWORD + "'");
        sql.execute("GRANT kindcheck_eraser TO " + ERASER);
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static TestDatabase create() {
    String name = "kindcheck_" + COUNT.incrementAndGet();
    try (Connection c = POSTGRES.getPostgresDatabase().getConnection();
        Statement sql = c.createStatement()) {
      sql.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try (Connection c = POSTGRES.getDatabase("postgres", name).getConnection();
        Statement sql = c.createStatement()) {
      sql.execute("ALTER SCHEMA public OWNER TO " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(name);
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + POSTGRES.getPort() + "/" + name;
  }

  /** As the application's own role, which row-level security binds. */
  public Connection asService() throws SQLException {
    return DriverManager.getConnection(url(), SERVICE, PASSWORD);
  }

  /** As a superuser, who sees every tenant's rows: for looking at what was stored. */
  public Connection asSuperuser() throws SQLException {
    return POSTGRES.getDatabase("postgres", name).getConnection();
  }
}
