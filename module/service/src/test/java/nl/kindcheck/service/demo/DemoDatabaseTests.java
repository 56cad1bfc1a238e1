package nl.kindcheck.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's own database: durable, closed without its password, and taken over after a kill. */
class DemoDatabaseTests {

  @TempDir private Path folder;
  private DemoSettings settings = new DemoSettings(Path.of(""), 0, false);

  @BeforeEach
  void aFolderAndAPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      settings = new DemoSettings(folder.resolve("demo"), socket.getLocalPort(), false);
    }
  }

  private static Connection connect(DemoDatabase database, String user) throws SQLException {
    return DriverManager.getConnection(database.url(), user, database.password());
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(DemoDatabase database, String user, String sql) throws SQLException {
    try (Connection connection = connect(database, user);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void itIsDurableAndClosedWithoutItsPassword() throws Exception {
    try (DemoDatabase database = DemoDatabase.open(settings);
        Connection connection = connect(database, DemoDatabase.SERVICE)) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(value(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(value(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(connection, "SHOW password_encryption")).isEqualTo("scram-sha-256");

      Path password = settings.data().resolve("database-password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(password)).hasSizeGreaterThanOrEqualTo(32);
      assertThat(Files.readString(settings.data().resolve("database").resolve("pg_hba.conf")))
          .contains("scram-sha-256")
          .doesNotContain("trust");
      for (String user : new String[] {"postgres", DemoDatabase.OWNER, DemoDatabase.SERVICE}) {
        for (String wrong : new String[] {"", "postgres", "wrong"}) {
          assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, wrong))
              .as(user)
              .isInstanceOf(SQLException.class);
        }
      }
      assertThatThrownBy(() -> execute(database, DemoDatabase.SERVICE, "CREATE TABLE t (id int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aLivingDatabaseIsTakenOverAfterAKillWithAllThatIsInIt() throws Exception {
    DemoDatabase killed = DemoDatabase.open(settings);
    execute(killed, DemoDatabase.OWNER, "CREATE TABLE kept (id int)");
    try (DemoDatabase next = DemoDatabase.open(settings)) {
      assertThat(next.password()).isEqualTo(killed.password());
      execute(next, DemoDatabase.OWNER, "INSERT INTO kept VALUES (1)");
    }
    killed.close();
    try (DemoDatabase afterwards = DemoDatabase.open(settings);
        Connection connection = connect(afterwards, DemoDatabase.OWNER)) {
      assertThat(value(connection, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "1", "nonsense", ""})
  void aStaleFileOfAProcessThatIsGoneIsNoObstacle(String process) throws Exception {
    DemoDatabase.open(settings).close();
    Path file = settings.data().resolve("database").resolve("postmaster.pid");
    Files.writeString(file, process + "\n" + settings.data().resolve("database") + "\n");
    try (DemoDatabase database = DemoDatabase.open(settings);
        Connection connection = connect(database, DemoDatabase.SERVICE)) {
      assertThat(value(connection, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aPasswordFileThatAKillLeftEmptyIsWrittenAgain() throws Exception {
    Files.createDirectories(settings.data());
    Files.createFile(settings.data().resolve("database-password"));
    try (DemoDatabase database = DemoDatabase.open(settings)) {
      assertThat(database.password()).isNotBlank();
    }
  }

  @Test
  void aKillBeforeTheDoorWasClosedIsMadeGoodAtTheNextStart() throws Exception {
    try (DemoDatabase database = DemoDatabase.open(settings)) {
      Path hba = settings.data().resolve("database").resolve("pg_hba.conf");
      Files.writeString(hba, "host all all 127.0.0.1/32 trust\n");
      execute(database, "postgres", "SELECT pg_reload_conf()");
      // Written, but the living database was not told: the kill came in between.
      Files.writeString(hba, "host all all 127.0.0.1/32 scram-sha-256\n");
      DemoDatabase next = DemoDatabase.open(settings);
      org.awaitility.Awaitility.await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(
                          () -> DriverManager.getConnection(next.url(), "postgres", "wrong"))
                      .isInstanceOf(SQLException.class));
    }
  }
}
