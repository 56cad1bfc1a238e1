package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;

/**
 * What whoever takes over the service could do with its login to the database: PostgreSQL's own
 * catalogue is walked, and then it is tried.
 */
class DatabaseRoleTests extends FhirTest {

  /** The service's role and every role that it is, directly or by another. */
  private static final String OURS =
      "(WITH RECURSIVE ours AS (SELECT oid FROM pg_roles WHERE rolname = '"
          + TestDatabase.SERVICE
          + "' UNION SELECT m.roleid FROM pg_auth_members m JOIN ours o ON m.member = o.oid) SELECT"
          + " oid FROM ours)";

  /** Tables of libraries hold ids only, and no organisation; see RowLevelSecurityTests. */
  private static final String LIBRARIES =
      "('event_publication', 'scheduled_tasks', 'flyway_schema_history')";

  private static List<String> asked(String sql) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static List<String> tables() throws SQLException {
    return asked(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
            + " 'public'::regnamespace AND relname NOT IN "
            + LIBRARIES
            + " ORDER BY 1");
  }

  @Test
  void noRoleThatTheServiceIsIsAboveThePolicies() throws SQLException {
    assertThat(asked("SELECT rolname FROM pg_roles WHERE oid IN " + OURS))
        .containsExactlyInAnyOrder(TestDatabase.SERVICE, "kindcheck_app");
    assertThat(
            asked(
                "SELECT rolname FROM pg_roles WHERE oid IN "
                    + OURS
                    + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR"
                    + " rolreplication)"))
        .isEmpty();
  }

  @Test
  void nothingBelongsToIt() throws SQLException {
    for (String sql :
        List.of(
            "SELECT relname FROM pg_class WHERE relowner IN ",
            "SELECT nspname FROM pg_namespace WHERE nspowner IN ",
            "SELECT proname FROM pg_proc WHERE proowner IN ",
            "SELECT typname FROM pg_type WHERE typowner IN ",
            "SELECT datname FROM pg_database WHERE datdba IN ")) {
      assertThat(asked(sql + OURS)).as(sql).isEmpty();
    }
  }

  @Test
  void everyTableIsForcedAndItsOnePolicyIsTheOrganisationAndNothingElse() throws SQLException {
    assertThat(
            asked(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
                    + " 'public'::regnamespace AND relname NOT IN "
                    + LIBRARIES
                    + " AND NOT (relrowsecurity AND relforcerowsecurity)"))
        .isEmpty();
    assertThat(asked("SELECT tablename FROM pg_policies WHERE schemaname = 'public' ORDER BY 1"))
        .isEqualTo(tables());
    String own = "(tenant_id = (current_setting('kindcheck.tenant'::text))::uuid)";
    assertThat(
            asked(
                "SELECT DISTINCT qual || with_check || roles::text || cmd || permissive FROM"
                    + " pg_policies"))
        .containsExactly(own + own + "{public}ALLPERMISSIVE");
  }

  @Test
  void thereIsNoWayRoundThem() throws SQLException {
    // A view or a function that runs as its owner would read for whoever asks it.
    assertThat(
            asked(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
                    + " relkind IN ('v', 'm', 'f')"))
        .isEmpty();
    assertThat(
            asked(
                "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace NOT IN"
                    + " ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"))
        .as("functions that run as their owner; the one of the log's end is tried below")
        .containsExactly("audit_remove");
    assertThat(
            asked(
                "SELECT relname FROM pg_class c, (SELECT unnest(ARRAY['TRUNCATE', 'REFERENCES',"
                    + " 'TRIGGER']) AS p) AS more WHERE relkind IN ('r', 'p') AND relnamespace ="
                    + " 'public'::regnamespace AND has_table_privilege('"
                    + TestDatabase.SERVICE
                    + "', c.oid, p)"))
        .isEmpty();
    assertThat(
            asked(
                "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' AND"
                    + " has_schema_privilege('"
                    + TestDatabase.SERVICE
                    + "', oid, 'CREATE')"))
        .isEmpty();
  }

  /** Whether the database refused; what is taken is undone. */
  private static boolean refused(Connection service, String sql) throws SQLException {
    try (Statement statement = service.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '" + World.HAVEN + "', true)");
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      return true;
    } finally {
      service.rollback();
    }
  }

  @Test
  void noTableLetsItselfBeOpened() throws SQLException {
    List<String> taken = new ArrayList<>();
    List<String> each =
        List.of(
            "ALTER TABLE %s DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE %s NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE %s OWNER TO CURRENT_USER",
            "ALTER POLICY tenant ON %s USING (true)",
            "DROP POLICY tenant ON %s",
            "CREATE POLICY mine ON %s USING (true)",
            "CREATE VIEW public.of_mine AS SELECT * FROM %s",
            "CREATE RULE mine AS ON INSERT TO %s DO NOTHING",
            "GRANT ALL ON %s TO PUBLIC; DELETE FROM %1$s",
            "DROP TABLE %s CASCADE",
            "SET row_security = off; SELECT * FROM %s");
    try (Connection service = DATABASE.asService()) {
      service.setAutoCommit(false);
      for (String table : tables()) {
        for (String attempt : each) {
          if (!refused(service, attempt.formatted(table)) && !attempt.startsWith("GRANT")) {
            taken.add(attempt.formatted(table));
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    Attacks.tried(
        "the login of the service to the database",
        "11 statements that would open or change each table of ours",
        tables().size() * each.size(),
        "refused by the database");
  }

  /** The one function that runs as the owner: the policies bind that one too. */
  @Test
  void theEndOfTheLogReachesNoOtherOrganisation() throws SQLException {
    fhirGet("duin", "Task");
    String lines = "SELECT count(*) FROM audit_line WHERE tenant_id = ?";
    long before = count(lines, World.DUIN);
    assertThat(before).isPositive();
    try (Connection service = DATABASE.asService();
        Statement statement = service.createStatement()) {
      service.setAutoCommit(false);
      statement.execute("SELECT set_config('kindcheck.tenant', '" + World.HAVEN + "', true)");
      statement.execute("SELECT audit_remove(DATE '9999-01-01')");
      service.commit();
    }
    assertThat(count(lines, World.DUIN)).isGreaterThanOrEqualTo(before);
    Attacks.tried(
        "the login of the service to the database",
        "to remove the log by the function that ends it, as another organisation and before its"
            + " time",
        1,
        "nothing is removed");
  }

  @Test
  void itBecomesNobodyElse() throws SQLException {
    List<String> others =
        asked(
            "SELECT rolname FROM pg_roles WHERE rolname IN ('postgres', '"
                + TestDatabase.OWNER
                + "', 'kindcheck_eraser', 'pg_read_all_data', 'pg_write_all_data',"
                + " 'pg_read_server_files', 'pg_execute_server_program', 'pg_maintain') ORDER BY"
                + " 1");
    List<String> attempts = new ArrayList<>();
    for (String other : others) {
      attempts.add("SET ROLE " + other);
      attempts.add("SET SESSION AUTHORIZATION " + other);
      attempts.add("GRANT " + other + " TO " + TestDatabase.SERVICE);
    }
    attempts.addAll(
        List.of(
            "ALTER ROLE CURRENT_USER BYPASSRLS",
            "ALTER ROLE CURRENT_USER SUPERUSER",
            "CREATE ROLE mine",
            "CREATE EXTENSION dblink",
            "CREATE FUNCTION mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "COPY family TO PROGRAM 'cat'",
            "COPY (SELECT 1) TO '/tmp/of-mine'",
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT lo_import('/etc/passwd')",
            "SELECT * FROM pg_authid",
            "ALTER SYSTEM SET row_security = off"));
    List<String> taken = new ArrayList<>();
    try (Connection service = DATABASE.asService()) {
      service.setAutoCommit(false);
      for (String attempt : attempts) {
        if (!refused(service, attempt)) {
          taken.add(attempt);
        }
      }
    }
    assertThat(others).hasSizeGreaterThan(5);
    assertThat(taken).isEmpty();
    Attacks.tried(
        "the login of the service to the database",
        "to become another role, to take its rights, to read or run something of the machine",
        attempts.size(),
        "refused by the database");
  }
}
