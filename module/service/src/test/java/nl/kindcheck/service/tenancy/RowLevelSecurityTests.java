package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database itself keeps organisations apart and the record append-only. */
class RowLevelSecurityTests extends FhirTest {

  /** Tables of libraries, which hold ids only. */
  private static final Set<String> EXEMPT =
      Set.of("event_publication", "scheduled_tasks", "flyway_schema_history");

  private static final Set<String> MAY_BE_UPDATED =
      Set.of(
          "family", "launch_session", "office_session", "draft", "policy_draft", "policy_followed");
  private static final Set<String> MAY_BE_DELETED_FROM =
      Set.of(
          "token_seen",
          "launch_begun",
          "launch_session",
          "office_session",
          "draft",
          "policy_draft");

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

  private static List<String> ofTheDatabase(String sql) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser()) {
      return column(connection, sql);
    }
  }

  private static List<String> ours() throws SQLException {
    List<String> tables =
        ofTheDatabase("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    assertThat(tables).containsAll(EXEMPT);
    tables.removeAll(EXEMPT);
    assertThat(tables).hasSizeGreaterThan(10);
    return tables;
  }

  /** Does something as the service, for an organisation. */
  private static void asService(UUID tenant, String sql) throws SQLException {
    try (Connection connection = DATABASE.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '" + tenant + "', false)");
      statement.execute(sql);
    }
  }

  @Test
  void everyTableOfOursIsBoundEvenForItsOwner() throws SQLException {
    assertThat(
            ofTheDatabase(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
                    + " relkind IN ('r', 'p') AND relrowsecurity AND relforcerowsecurity"))
        .containsExactlyInAnyOrderElementsOf(ours());
  }

  @Test
  void everyKeyOfOursBeginsWithTheOrganisation() throws SQLException {
    List<String> first =
        ofTheDatabase(
            """
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indisprimary AND a.attname = 'tenant_id'\
            """);
    assertThat(first).containsExactlyInAnyOrderElementsOf(ours());
  }

  @Test
  void everyIndexOfOursBeginsWithTheOrganisation() throws SQLException {
    assertThat(
            ofTheDatabase(
                """
                SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE c.relnamespace = 'public'::regnamespace AND a.attname <> 'tenant_id'
                  AND c.relname NOT IN ('event_publication', 'scheduled_tasks', 'flyway_schema_history')\
                """))
        .isEmpty();
  }

  @Test
  void everyPolicyBindsReadingAndWriting() throws SQLException {
    assertThat(
            ofTheDatabase(
                "SELECT tablename FROM pg_policies WHERE cmd = 'ALL' AND permissive = 'PERMISSIVE'"
                    + " AND qual LIKE '%::uuid%' AND with_check LIKE '%::uuid%'"))
        .containsExactlyInAnyOrderElementsOf(ours());
  }

  @Test
  void theServiceCannotChangeWhatWasRecorded() throws SQLException {
    recorded("haven", "f-rls-1");
    for (String table : ours()) {
      if (!MAY_BE_UPDATED.contains(table)) {
        assertThatThrownBy(
                () -> asService(World.HAVEN, "UPDATE " + table + " SET tenant_id = tenant_id"))
            .as(table)
            .hasMessageContaining("permission denied");
      }
      if (!MAY_BE_DELETED_FROM.contains(table)) {
        assertThatThrownBy(() -> asService(World.HAVEN, "DELETE FROM " + table))
            .as(table)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> asService(World.HAVEN, "TRUNCATE " + table))
          .as(table)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theServiceCannotChangeTheTablesThemselves() {
    for (String sql :
        List.of(
            "ALTER TABLE statement DISABLE ROW LEVEL SECURITY",
            "DROP POLICY tenant ON statement",
            "DROP TABLE statement",
            "CREATE TABLE of_mine (id int)",
            "SET ROLE kindcheck_owner",
            "SET ROLE kindcheck_eraser")) {
      assertThatThrownBy(() -> asService(World.HAVEN, sql))
          .as(sql)
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void withoutAnOrganisationASelectIsAnErrorAndNotEmpty() throws SQLException {
    recorded("haven", "f-rls-2");
    for (String table : ours()) {
      try (Connection connection = DATABASE.asService()) {
        assertThatThrownBy(() -> column(connection, "SELECT tenant_id FROM " + table))
            .as(table)
            .hasMessageContaining("kindcheck.tenant");
      }
    }
  }

  @Test
  void withAnEmptyOrganisationASelectIsAnErrorToo() throws SQLException {
    recorded("haven", "f-rls-3");
    try (Connection connection = DATABASE.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '', false)");
      assertThatThrownBy(() -> column(connection, "SELECT tenant_id FROM family"))
          .hasMessageContaining("uuid");
    }
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() throws SQLException {
    recorded("haven", "f-rls-4");
    try (Connection connection = DATABASE.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '" + World.DUIN + "', false)");
      for (String table : ours()) {
        assertThat(column(connection, "SELECT DISTINCT tenant_id FROM " + table))
            .as(table)
            .doesNotContain(World.HAVEN.toString());
      }
    }
  }

  @Test
  void nobodyWritesInTheNameOfAnotherOrganisation() {
    assertThatThrownBy(
            () ->
                asService(
                    World.DUIN,
                    "INSERT INTO token_seen VALUES ('" + World.HAVEN + "', 'f-rls', now())"))
        .hasMessageContaining("row-level security");
  }

  @Test
  void theServicesRoleIsBound() throws SQLException {
    assertThat(
            ofTheDatabase(
                "SELECT rolname FROM pg_roles WHERE rolname IN ('kindcheck_app',"
                    + " 'kindcheck_eraser', 'kindcheck_service') AND NOT rolsuper AND NOT"
                    + " rolbypassrls AND NOT rolcreaterole"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {TestDatabase.OWNER, "postgres", "f_bypasses", "f_stranger"})
  void theServiceDoesNotWorkUnderALoginThatIsNotBound(String login) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement statement = connection.createStatement()) {
      if (login.startsWith("f_")) {
        statement.execute("DROP ROLE IF EXISTS " + login);
        statement.execute(
            "CREATE ROLE " + login + " LOGIN PASSWORD '" + TestDatabase.PASSWORD + "'");
      }
      if (login.equals("f_bypasses")) {
        statement.execute("ALTER ROLE f_bypasses BYPASSRLS");
        statement.execute("GRANT kindcheck_app TO f_bypasses");
      }
    }
    DatabaseRole role = under(login);
    assertThatThrownBy(role::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("spring.datasource.username");
  }

  @Test
  void theServiceWorksUnderItsOwnLogin() {
    under(TestDatabase.SERVICE).check();
    assertThat(DATABASE.url()).isNotBlank();
  }

  private static DatabaseRole under(String login) {
    return new DatabaseRole(
        JdbcClient.create(
            new DriverManagerDataSource(DATABASE.url(), login, TestDatabase.PASSWORD)));
  }
}
