package nl.kindcheck.service.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of goals. Every method runs in a transaction in which the tenant is set. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GoalRows {

  private static final String SELECT =
      """
      SELECT g.*, f.patient_ref, (SELECT min(o.at) FROM parent_goal o WHERE o.tenant_id = g.tenant_id
        AND o.goal_id = g.goal_id) AS first_at
      FROM parent_goal g JOIN family f ON f.tenant_id = g.tenant_id AND f.family_id = g.family_id
      WHERE g.tenant_id = ? AND
      """;

  private final JdbcClient jdbc;

  GoalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What holds of each goal, the latest goal first. */
  List<ParentGoal> present(TenantId tenant, FamilyId family) {
    Touched.family(family.value(), null);
    return jdbc.sql(
            SELECT
                + """
                 g.family_id = ? AND NOT EXISTS (SELECT 1 FROM parent_goal n WHERE n.tenant_id = g.tenant_id
                  AND n.goal_id = g.goal_id AND n.version > g.version) ORDER BY first_at DESC, g.goal_id\
                """)
        .params(tenant.value(), family.value())
        .query((row, n) -> goal(row))
        .list();
  }

  /** Every version of one goal, the latest first. */
  List<ParentGoal> versions(TenantId tenant, UUID id) {
    List<ParentGoal> versions =
        jdbc.sql(SELECT + " g.goal_id = ? ORDER BY g.version DESC")
            .params(tenant.value(), id)
            .query((row, n) -> goal(row))
            .list();
    Touched.patients(versions.stream().map(ParentGoal::patient).toList());
    return versions;
  }

  void append(
      TenantId tenant,
      FamilyId family,
      UUID id,
      int version,
      ParentGoals.Said said,
      String by,
      Instant at) {
    jdbc.sql(
            """
            INSERT INTO parent_goal (tenant_id, goal_id, version, family_id, words, owner, look_back_on, status, reason,
              author, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                tenant.value(),
                id,
                version,
                family.value(),
                said.words(),
                said.owner(),
                said.lookBackOn(),
                Objects.requireNonNull(said.status()).code(),
                said.reason().isEmpty() ? null : said.reason(),
                by,
                at.atOffset(ZoneOffset.UTC)))
        .update();
  }

  private static ParentGoal goal(ResultSet row) throws SQLException {
    return new ParentGoal(
        row.getObject("goal_id", UUID.class),
        row.getString("patient_ref"),
        row.getInt("version"),
        row.getString("words"),
        row.getString("owner"),
        row.getObject("look_back_on", LocalDate.class),
        Coded.find(ParentGoal.Status.class, row.getString("status")).orElseThrow(),
        row.getString("reason"),
        row.getString("author"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("first_at", OffsetDateTime.class).toInstant());
  }
}
