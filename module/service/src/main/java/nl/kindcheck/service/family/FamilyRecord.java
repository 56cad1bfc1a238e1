package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only writer of a family's record. Every method runs in a transaction in which the tenant is
 * set (see {@link nl.kindcheck.service.tenancy.TenantSql#inTransaction}).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FamilyRecord {

  /** How far the clocks of two instances may differ. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final DomainClock clock;

  FamilyRecord(JdbcClient jdbc, DomainClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes the family's row for writing, so that two who save at once come one after the other;
   * creates it where there is none.
   *
   * @throws Refused 503 where the clock stands before the record's last entry
   */
  public FamilyHead take(TenantId tenant, String patient) {
    FamilyId id = FamilyId.of(tenant, patient);
    jdbc.sql(
            """
            INSERT INTO family (tenant_id, family_id, patient_ref, version, state, last_recorded)
            VALUES (?, ?, ?, 0, ?::jsonb, ?) ON CONFLICT DO NOTHING\
            """)
        .params(
            tenant.value(),
            id.value(),
            patient,
            RecordJson.MAPPER.writeValueAsString(KindcheckState.EMPTY),
            Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    Touched.family(id.value(), patient);
    FamilyHead head = lock(tenant, id).orElseThrow();
    if (clock.now().plus(CLOCK_TOLERANCE).isBefore(head.lastRecorded())) {
      throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "clock-behind", "recordedAt");
    }
    return head;
  }

  /** The family's row as it is, not for writing; an empty head where there is none. */
  public FamilyHead known(TenantId tenant, String patient) {
    FamilyId id = FamilyId.of(tenant, patient);
    Touched.family(id.value(), patient);
    return byId(tenant, id).orElseGet(() -> FamilyHead.empty(id, patient));
  }

  /**
   * Takes a row that is there, so that whoever else writes what follows from it waits; empty where
   * there is none. For work that records nothing.
   */
  public Optional<FamilyHead> lock(TenantId tenant, FamilyId id) {
    return named(
        jdbc.sql("SELECT * FROM family WHERE tenant_id = ? AND family_id = ? FOR UPDATE")
            .params(tenant.value(), id.value())
            .query((row, n) -> FamilyHeads.head(row))
            .optional());
  }

  public Optional<FamilyHead> byId(TenantId tenant, FamilyId id) {
    return named(
        jdbc.sql("SELECT * FROM family WHERE tenant_id = ? AND family_id = ?")
            .params(tenant.value(), id.value())
            .query((row, n) -> FamilyHeads.head(row))
            .optional());
  }

  private static Optional<FamilyHead> named(Optional<FamilyHead> head) {
    head.ifPresentOrElse(
        found -> Touched.family(found.id().value(), found.patient()),
        () -> Touched.patients(List.of()));
    return head;
  }

  /**
   * One page of the families whose due date has come, in the order of the key: every other order
   * would sort all of them for each page.
   *
   * @param after the id after which the page begins; empty for the first page
   */
  public List<FamilyHead> dueBy(TenantId tenant, LocalDate day, String after, int count) {
    List<FamilyHead> due =
        jdbc.sql(
                """
                SELECT * FROM family WHERE tenant_id = ? AND next_due <= ?
                  AND family_id > coalesce(nullif(?, '')::uuid, '00000000-0000-0000-0000-000000000000')
                ORDER BY family_id LIMIT ?\
                """)
            .params(tenant.value(), day, after, count)
            .query((row, n) -> FamilyHeads.head(row))
            .list();
    Touched.everybody(!due.isEmpty());
    return due;
  }

  /** The family in which a child was named. */
  public Optional<FamilyHead> byChild(TenantId tenant, ChildId child) {
    return byStatements(tenant, "child_id", child.value());
  }

  /** The family that a statement belongs to. */
  public Optional<FamilyHead> byStatement(TenantId tenant, StatementId statement) {
    return byStatements(tenant, "statement_id", statement.value());
  }

  private Optional<FamilyHead> byStatements(TenantId tenant, String column, UUID value) {
    Touched.patients(List.of());
    return jdbc.sql(
            "SELECT DISTINCT family_id FROM statement WHERE tenant_id = ? AND " + column + " = ?")
        .params(tenant.value(), value)
        .query((row, n) -> new FamilyId(row.getObject(1, UUID.class)))
        .optional()
        .flatMap(id -> byId(tenant, id));
  }

  /** Folds the statements of a family. */
  public Family family(TenantId tenant, FamilyId id) {
    Touched.family(id.value(), null);
    return Family.of(Statements.of(jdbc, tenant, id));
  }

  /** The same for a patient, also one of whom nothing is recorded. */
  public Family family(TenantId tenant, String patient) {
    FamilyId id = FamilyId.of(tenant, patient);
    Touched.family(id.value(), patient);
    return family(tenant, id);
  }

  /** The statements of one response that are in force, in the order in which they were recorded. */
  public List<Statement> inForce(TenantId tenant, FamilyId id, ResponseId response) {
    Touched.family(id.value(), null);
    return Statements.inForce(Statements.of(jdbc, tenant, id)).stream()
        .filter(s -> s.origin().response().equals(response))
        .toList();
  }

  /**
   * Appends a response and its statements, and refreshes the family's row.
   *
   * @param head as taken in this transaction
   * @return the row as it is now
   */
  public FamilyHead append(
      TenantId tenant,
      FamilyHead head,
      RecordedResponse response,
      List<Statement> statements,
      Policy policy) {
    insert(tenant, head.id(), response);
    Statements.append(jdbc, tenant, head.id(), statements);
    return refresh(tenant, head, policy, response.recordedAt());
  }

  private void insert(TenantId tenant, FamilyId family, RecordedResponse r) {
    try {
      jdbc.sql(
              """
              INSERT INTO response (tenant_id, response_id, version, family_id, encounter_ref, identifier, content_hash, body,
                on_day, outcome, standing, raises_attention, postponed_until, missing, author, recorded_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)\
              """)
          .params(
              Arrays.asList(
                  tenant.value(),
                  r.id().value(),
                  r.version(),
                  family.value(),
                  r.encounter(),
                  r.identifier(),
                  r.contentHash(),
                  r.body(),
                  r.on(),
                  r.check().outcome().name(),
                  r.check().standing().name(),
                  r.check().raisesAttention(),
                  r.check().postponedUntil(),
                  RecordJson.MAPPER.writeValueAsString(r.missing()),
                  r.author(),
                  r.recordedAt().atOffset(ZoneOffset.UTC)))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(HttpStatus.CONFLICT, "response.saved-meanwhile", null);
    }
  }

  /**
   * Rebuilds the row from all that was recorded: the statements, the checks, and what was seen of
   * care.
   */
  public FamilyHead refresh(TenantId tenant, FamilyHead head, Policy policy, Instant at) {
    FamilyHead rebuilt = rebuilt(tenant, head).next(at);
    jdbc.sql(
            """
            UPDATE family SET version = ?, state = ?::jsonb, intaker = ?, care_manager = ?, next_due = ?, last_recorded = ?
            WHERE tenant_id = ? AND family_id = ?\
            """)
        .params(
            Arrays.asList(
                rebuilt.version(),
                RecordJson.MAPPER.writeValueAsString(rebuilt.state()),
                rebuilt.intaker(),
                rebuilt.careManager(),
                FamilyHeads.due(rebuilt.state(), policy, at),
                at.atOffset(ZoneOffset.UTC),
                tenant.value(),
                head.id().value()))
        .update();
    return rebuilt;
  }

  /** The row as it follows from all that was recorded, whatever it holds now. */
  public FamilyHead rebuilt(TenantId tenant, FamilyHead head) {
    Touched.family(head.id().value(), head.patient());
    List<CareSeen> seen =
        jdbc.sql("SELECT * FROM care_seen WHERE tenant_id = ? AND family_id = ? ORDER BY seq")
            .params(tenant.value(), head.id().value())
            .query((row, n) -> CareSeenRows.read(row))
            .list();
    Care care = Care.NOT_KNOWN;
    String intaker = null;
    String careManager = null;
    Map<String, Optional<CareEvent>> events = new LinkedHashMap<>();
    for (CareSeen one : seen) {
      care = one.care() == null ? care : one.care();
      careManager = one.careManager() == null ? careManager : one.careManager();
      boolean intake = one.moment() == Moment.INTAKE && one.performer() != null;
      intaker = intake ? one.performer() : intaker;
      events.put(one.reference(), Optional.ofNullable(one.event()));
    }
    KindcheckState state =
        KindcheckState.of(
            family(tenant, head.id()),
            care,
            events.values().stream().flatMap(Optional::stream).toList(),
            checks(tenant, head.id()));
    return new FamilyHead(
        head.id(),
        head.patient(),
        head.version(),
        state,
        intaker,
        careManager,
        head.lastRecorded());
  }

  /** The Kindchecks of a family in short, each in its latest version, in the order of recording. */
  public List<Check> checks(TenantId tenant, FamilyId family) {
    Touched.family(family.value(), null);
    return jdbc
        .sql(
            """
            SELECT DISTINCT ON (response_id) * FROM response WHERE tenant_id = ? AND family_id = ?
            ORDER BY response_id, version DESC\
            """)
        .params(tenant.value(), family.value())
        .query((row, n) -> row(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(CheckRow::recordedAt))
        .map(CheckRow::check)
        .toList();
  }

  private record CheckRow(Check check, OffsetDateTime recordedAt) {}

  private static CheckRow row(ResultSet row) throws SQLException {
    return new CheckRow(check(row), row.getObject("recorded_at", OffsetDateTime.class));
  }

  static Check check(ResultSet row) throws SQLException {
    return new Check(
        new ResponseId(row.getObject("response_id", UUID.class)),
        row.getObject("on_day", LocalDate.class),
        Outcome.valueOf(row.getString("outcome")),
        Standing.valueOf(row.getString("standing")),
        row.getBoolean("raises_attention"),
        row.getObject("postponed_until", LocalDate.class));
  }

  /** What was last seen under a reference; empty where nothing was. */
  public Optional<CareSeen> seen(TenantId tenant, FamilyId id, String reference) {
    Touched.family(id.value(), null);
    return jdbc.sql(
            """
            SELECT * FROM care_seen WHERE tenant_id = ? AND family_id = ? AND reference = ?
            ORDER BY seq DESC LIMIT 1\
            """)
        .params(tenant.value(), id.value(), reference)
        .query((row, n) -> CareSeenRows.read(row))
        .optional();
  }

  /** What was seen of care, appended and the row refreshed. */
  public FamilyHead see(
      TenantId tenant,
      String patient,
      List<CareSeen> seen,
      Policy policy,
      @Nullable FamilyHead known) {
    FamilyHead head = Objects.requireNonNullElseGet(known, () -> take(tenant, patient));
    for (CareSeen one : seen) {
      CareSeenRows.insert(jdbc, tenant, head.id(), one, clock.now());
    }
    return refresh(tenant, head, policy, clock.now());
  }
}
