package nl.kindcheck.service.kindcheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.Conditions;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks: events that are appended, the last one of a task being its present state. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CheckTasks {

  private static final String PRESENT =
      """
      SELECT t.*, f.patient_ref, (SELECT min(c.at) FROM task_event c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.task_id)
        AS created_at
      FROM task_event t JOIN family f ON f.tenant_id = t.tenant_id AND f.family_id = t.family_id
      WHERE t.tenant_id = ? AND NOT EXISTS (SELECT 1 FROM task_event n WHERE n.tenant_id = t.tenant_id
        AND n.task_id = t.task_id AND n.seq > t.seq)
      """;

  private static final String OPEN = PRESENT + " AND t.family_id = ? AND t.status = 'requested'";

  private final JdbcClient jdbc;

  CheckTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CheckTask> byId(TenantId tenant, UUID id) {
    Optional<CheckTask> found =
        jdbc.sql(PRESENT + " AND t.task_id = ?")
            .params(tenant.value(), id)
            .query((row, n) -> task(row))
            .optional();
    Touched.patients(found.stream().map(CheckTask::patient).toList());
    return found;
  }

  /** Those of a family that are open, as part of a trip. */
  static OneTrip.Part<List<CheckTask>> open(OneTrip trip, TenantId tenant, FamilyId family) {
    return trip.read(
        OPEN, rows -> OneTrip.each(rows, CheckTasks::task), tenant.value(), family.value());
  }

  List<CheckTask> open(TenantId tenant, FamilyId family) {
    Touched.family(family.value(), null);
    return jdbc.sql(OPEN)
        .params(tenant.value(), family.value())
        .query((row, n) -> task(row))
        .list();
  }

  List<CheckTask> all(TenantId tenant, FamilyId family) {
    Touched.family(family.value(), null);
    return jdbc.sql(PRESENT + " AND t.family_id = ?")
        .params(tenant.value(), family.value())
        .query((row, n) -> task(row))
        .list();
  }

  /**
   * One page of a search, the earliest due first.
   *
   * @param patient a reference; null for every patient
   * @param status a code; null for every status
   * @param owner a reference; null for every owner
   */
  public List<CheckTask> search(
      TenantId tenant,
      @Nullable String patient,
      @Nullable String status,
      @Nullable String owner,
      int offset,
      int count) {
    Conditions asked =
        new Conditions(tenant.value())
            .and("t.family_id", patient == null ? null : FamilyId.of(tenant, patient).value())
            .and("t.status", status)
            .and("t.owner", owner);
    List<CheckTask> found =
        jdbc.sql(PRESENT + asked.sql() + " ORDER BY t.due, t.task_id OFFSET ? LIMIT ?")
            .params(asked.values(offset, count))
            .query((row, n) -> task(row))
            .list();
    if (patient != null) {
      Touched.patients(List.of(patient));
    }
    Touched.patients(found.stream().map(CheckTask::patient).toList());
    return found;
  }

  void append(TenantId tenant, CheckTask task) {
    Touched.family(task.family().value(), task.patient());
    boolean role = task.owner() instanceof Owner.Role;
    String owner =
        task.owner() instanceof Owner.Role r ? r.role() : ((Owner.Person) task.owner()).reference();
    jdbc.sql(
            """
            INSERT INTO task_event (tenant_id, task_id, family_id, code, status, owner, owner_is_role, owner_rule, due,
              encounter_ref, at, question, asked_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                tenant.value(),
                task.id(),
                task.family().value(),
                task.kind().code(),
                task.status().code(),
                owner,
                role,
                task.ownerRule(),
                task.due(),
                task.encounter(),
                task.changedAt().atOffset(ZoneOffset.UTC),
                task.question() == null ? null : task.question().text(),
                task.question() == null ? null : task.question().by()))
        .update();
  }

  private static CheckTask task(ResultSet row) throws SQLException {
    String owner = row.getString("owner");
    return new CheckTask(
        row.getObject("task_id", UUID.class),
        new FamilyId(row.getObject("family_id", UUID.class)),
        row.getString("patient_ref"),
        Coded.find(CheckTask.Kind.class, row.getString("code")).orElseThrow(),
        Coded.find(CheckTask.Status.class, row.getString("status")).orElseThrow(),
        row.getBoolean("owner_is_role") ? new Owner.Role(owner) : new Owner.Person(owner),
        row.getString("owner_rule"),
        row.getObject("due", LocalDate.class),
        row.getString("encounter_ref"),
        instant(row, "created_at"),
        instant(row, "at"),
        question(row));
  }

  private static CheckTask.@Nullable Question question(ResultSet row) throws SQLException {
    String text = row.getString("question");
    return text == null ? null : new CheckTask.Question(text, row.getString("asked_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
