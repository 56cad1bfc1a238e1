package nl.kindcheck.service.disclosure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.disclosure.Destruction;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.audit.Line;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Organisations.Organisation;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out what was granted, and does it again after a database was put back from a copy. */
class Destroying {

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Destructions destructions;
  private final HandedOut handedOut;
  private final FamilyRecord record;
  private final ChildRemoval children;
  private final DestroyedRows rows;
  private final SecurityClock clock;
  private final AuditTrail trail;

  Destroying(
      TenantSql sql,
      JdbcClient jdbc,
      Destructions destructions,
      HandedOut handedOut,
      FamilyRecord record,
      ChildRemoval children,
      DestroyedRows rows,
      SecurityClock clock,
      AuditTrail trail) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.destructions = destructions;
    this.handedOut = handedOut;
    this.record = record;
    this.children = children;
    this.rows = rows;
    this.clock = clock;
    this.trail = trail;
  }

  /** What became of one request, in words for whoever runs the command. */
  record Outcome(boolean done, String words) {}

  /** Whether the login may destroy, and is itself bound to one organisation at a time. */
  boolean isEraser() {
    return jdbc.sql(
            """
            SELECT pg_has_role(oid, 'kindcheck_eraser', 'MEMBER') AND NOT rolsuper AND NOT rolbypassrls
            FROM pg_roles WHERE rolname = current_user\
            """)
        .query(Boolean.class)
        .single();
  }

  List<Request> granted(TenantId tenant) {
    return asCommand(
        tenant,
        () -> destructions.all(tenant).stream().filter(r -> r.course().isGranted()).toList());
  }

  Optional<Request> find(TenantId tenant, UUID id) {
    return asCommand(tenant, () -> destructions.find(tenant, id));
  }

  /** Carries out one request, all of it or nothing. */
  Outcome carryOut(Organisation organisation, UUID id) {
    TenantId tenant = organisation.tenant();
    return asCommand(
        tenant, () -> sql.inTransaction(tenant, () -> carryOutNow(organisation, tenant, id)));
  }

  private Outcome carryOutNow(Organisation organisation, TenantId tenant, UUID id) {
    Request request = destructions.require(tenant, id);
    FamilyHead head = record.lock(tenant, FamilyId.of(tenant, request.patient())).orElseThrow();
    Destruction.Entry decision = request.course().decided().orElse(null);
    if (decision == null || !request.course().isGranted()) {
      return new Outcome(false, "nobody granted it");
    }
    List<HandedOut.Given> untold = destructions.untold(tenant, request);
    if (!untold.isEmpty()) {
      return new Outcome(
          false, "%d to whom something was handed out must be told first".formatted(untold.size()));
    }
    int told = handedOut.concerning(tenant, request.patient(), request.child()).size();
    rows.add(organisation, entry(organisation, request, head, decision, told));
    trail.write(line(tenant, request, decision));
    long gone = destroy(tenant, head, request.child());
    return new Outcome(
        true,
        request.child() == null
            ? "the record is destroyed, %d rows".formatted(gone)
            : "the child's part is destroyed");
  }

  /** The log keeps that the record was destroyed, who granted it, and nothing of what it held. */
  private Line line(TenantId tenant, Request request, Destruction.Entry decision) {
    Deed deed =
        Deed.of(
            Event.DESTROY, request.child() == null ? "record" : "child", request.id().toString());
    return trail.line(deed, tenant, who(tenant, decision.by(), request.patient()));
  }

  private static Doing.Who who(TenantId tenant, String user, @Nullable String patient) {
    return new Doing.Who(tenant, new Actor(user, Role.SYSTEM, "command"), Ground.ROLE, patient);
  }

  /** Runs as what the log calls this command. */
  private <T> T asCommand(TenantId tenant, Supplier<T> work) {
    return trail.as(
        Deed.of(Event.DESTROY, "destruction", null), who(tenant, "kindcheck.destroy", null), work);
  }

  private RegisterFile.Entry entry(
      Organisation organisation,
      Request request,
      FamilyHead head,
      Destruction.Entry decision,
      int told) {
    ChildId child = request.child();
    return new RegisterFile.Entry(
        organisation.code(),
        rows.key(),
        rows.hash(child == null ? head.id().value() : child.value()),
        child == null ? "record" : "child",
        request.asker().code(),
        told,
        decision.by(),
        decision.at().truncatedTo(ChronoUnit.MICROS),
        clock.now().truncatedTo(ChronoUnit.MICROS));
  }

  private long destroy(TenantId tenant, FamilyHead head, @Nullable ChildId child) {
    if (child != null) {
      children.remove(tenant, head, child);
      return 0;
    }
    return destroy(head.id().value(), head.patient());
  }

  private long destroy(UUID family, String patient) {
    return jdbc.sql("SELECT destroy_family(?, ?)")
        .params(family, patient)
        .query(Long.class)
        .single();
  }

  /** What the database knows was destroyed. */
  List<RegisterFile.Entry> register(Organisation organisation) {
    return sql.inTransaction(organisation.tenant(), () -> rows.all(organisation));
  }

  /** Whether lines were made with the key that is in this database. */
  boolean knows(Organisation organisation, List<RegisterFile.Entry> entries) {
    String key = sql.inTransaction(organisation.tenant(), rows::key);
    return entries.stream().allMatch(e -> e.key().equals(key));
  }

  private record Standing(UUID family, String patient, @Nullable Instant last) {}

  /**
   * Destroys again whatever is there of what was destroyed before. A record in which something was
   * written since is left alone, and said: it may be of care that began anew.
   *
   * @return what was done, in words; empty where there was nothing
   */
  List<Outcome> again(Organisation organisation, List<RegisterFile.Entry> entries) {
    TenantId tenant = organisation.tenant();
    return asCommand(
        tenant, () -> sql.inTransaction(tenant, () -> againNow(organisation, tenant, entries)));
  }

  private List<Outcome> againNow(
      Organisation organisation, TenantId tenant, List<RegisterFile.Entry> entries) {
    Touched.everybody(!entries.isEmpty());
    List<Outcome> outcomes = new ArrayList<>();
    for (RegisterFile.Entry entry : entries) {
      rows.add(organisation, entry);
      if (entry.what().equals("child")) {
        childAgain(tenant, entry, outcomes);
      } else {
        recordAgain(entry, outcomes);
      }
    }
    return outcomes;
  }

  private void recordAgain(RegisterFile.Entry entry, List<Outcome> outcomes) {
    List<Standing> there = new ArrayList<>();
    for (String table : tablesBy("family_id")) {
      there.addAll(
          jdbc.sql(
                  "SELECT DISTINCT t.family_id, f.patient_ref, f.last_recorded FROM "
                      + table
                      + " t LEFT JOIN family f ON f.tenant_id = t.tenant_id AND f.family_id ="
                      + " t.family_id WHERE destruction_hash(t.family_id) = ?")
              .param(entry.hashBytes())
              .query(
                  (row, n) -> {
                    OffsetDateTime last = row.getObject(3, OffsetDateTime.class);
                    String patient = row.getString(2);
                    return new Standing(
                        row.getObject(1, UUID.class),
                        patient == null ? "" : patient,
                        last == null ? null : last.toInstant());
                  })
              .list());
    }
    there.stream()
        .distinct()
        .forEach(
            standing -> {
              Instant last = standing.last();
              if (last != null && last.isAfter(entry.destroyedAt())) {
                outcomes.add(new Outcome(false, "a record was written in since and is left alone"));
              } else {
                Touched.patients(List.of(standing.patient()));
                long gone = destroy(standing.family(), standing.patient());
                outcomes.add(new Outcome(true, "a record, %d rows".formatted(gone)));
              }
            });
  }

  private List<String> tablesBy(String column) {
    return jdbc.sql("SELECT quote_ident(name) FROM destruction_tables() WHERE by_column = ?")
        .param(column)
        .query(String.class)
        .list();
  }

  private void childAgain(TenantId tenant, RegisterFile.Entry entry, List<Outcome> outcomes) {
    record Found(UUID family, UUID child) {}
    List<Found> there =
        jdbc.sql(
                "SELECT DISTINCT family_id, child_id FROM statement WHERE child_id IS NOT NULL AND"
                    + " destruction_hash(child_id) = ?")
            .param(entry.hashBytes())
            .query(
                (row, n) -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list();
    for (Found found : there) {
      FamilyHead head = record.lock(tenant, new FamilyId(found.family())).orElseThrow();
      children.remove(tenant, head, new ChildId(found.child()));
      outcomes.add(new Outcome(true, "a child's part"));
    }
  }
}
