package nl.kindcheck.service.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.PolicyJson;
import nl.kindcheck.service.tenancy.PolicyVersion;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The drafts of an organisation, from the first word to the day on which they hold. Whoever writes
 * says which revision they saw, so that nobody writes over another's work.
 */
@Component
class PolicyDrafts {

  static final int LONGEST_NOTE = 2_000;
  private static final int MOST = 20;

  /** A day further ahead is a slip. */
  private static final int MOST_YEARS_AHEAD = 2;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Policies policies;
  private final DomainClock clock;

  PolicyDrafts(TenantSql sql, JdbcClient jdbc, Policies policies, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.policies = policies;
    this.clock = clock;
  }

  /** All drafts, by name. */
  List<PolicyDraft> all(TenantId tenant) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql("SELECT * FROM policy_draft WHERE tenant_id = ? ORDER BY version")
                .param(tenant.value())
                .query((row, n) -> draft(row))
                .list());
  }

  Optional<PolicyDraft> find(TenantId tenant, String version) {
    return sql.inTransaction(tenant, () -> row(tenant, version, ""));
  }

  private Optional<PolicyDraft> row(TenantId tenant, String version, String lock) {
    return jdbc.sql("SELECT * FROM policy_draft WHERE tenant_id = ? AND version = ?" + lock)
        .params(tenant.value(), version)
        .query((row, n) -> draft(row))
        .optional();
  }

  private static PolicyDraft draft(ResultSet row) throws SQLException {
    byte[] document = row.getString("document").getBytes(UTF_8);
    return new PolicyDraft(
        PolicyJson.read(StrictJson.object(document)).policy(),
        row.getInt("revision"),
        row.getString("note"),
        row.getString("by_user"),
        row.getString("by_role"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /**
   * Begins a draft.
   *
   * @throws Refused 409 where a draft or a version has this name, or there are too many drafts; 422
   *     for the note
   */
  PolicyDraft begin(TenantId tenant, Policy policy, String note, Actor by) {
    noFaults(noteFaults(note, false));
    return sql.inTransaction(
        tenant,
        () -> {
          if (isPublished(tenant, policy.version())) {
            throw new Refused(HttpStatus.CONFLICT, "policy.version-exists", "version");
          }
          if (all(tenant).size() >= MOST) {
            throw new Refused(
                HttpStatus.CONFLICT,
                "policy.too-many-drafts",
                null,
                Map.of("most", Integer.toString(MOST)));
          }
          int begun =
              jdbc.sql(
                      "INSERT INTO policy_draft (tenant_id, version, revision, document, note,"
                          + " by_user, by_role, at) VALUES (?, ?, 1, ?::jsonb, ?, ?, ?, ?) ON"
                          + " CONFLICT DO NOTHING")
                  .params(
                      tenant.value(),
                      policy.version(),
                      policies.toJson(policy),
                      note.strip(),
                      by.user(),
                      by.role().code(),
                      now())
                  .update();
          if (begun == 0) {
            throw new Refused(HttpStatus.CONFLICT, "policy.draft-exists", "version");
          }
          return row(tenant, policy.version(), "").orElseThrow();
        });
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }

  private boolean isPublished(TenantId tenant, String version) {
    return policies.versions(tenant).stream().anyMatch(v -> v.name().equals(version));
  }

  /**
   * Changes a draft.
   *
   * @param seen the revision that was looked at
   * @throws Refused 404 where there is none, 412 where somebody else changed it meanwhile; 422 for
   *     the note
   */
  PolicyDraft change(TenantId tenant, Policy policy, int seen, String note, Actor by) {
    noFaults(noteFaults(note, false));
    return sql.inTransaction(
        tenant,
        () -> {
          taken(tenant, policy.version(), seen);
          jdbc.sql(
                  "UPDATE policy_draft SET revision = revision + 1, document = ?::jsonb, note = ?,"
                      + " by_user = ?, by_role = ?, at = ? WHERE tenant_id = ? AND version = ?")
              .params(
                  policies.toJson(policy),
                  note.strip(),
                  by.user(),
                  by.role().code(),
                  now(),
                  tenant.value(),
                  policy.version())
              .update();
          return row(tenant, policy.version(), "").orElseThrow();
        });
  }

  /** The draft as it was seen, taken for writing. */
  private PolicyDraft taken(TenantId tenant, String version, int seen) {
    PolicyDraft draft =
        row(tenant, version, " FOR UPDATE")
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "policy.no-draft", null));
    if (draft.revision() != seen) {
      throw new Refused(HttpStatus.PRECONDITION_FAILED, "policy.changed-meanwhile", null);
    }
    return draft;
  }

  /**
   * Throws a draft away.
   *
   * @throws Refused as {@link #change} does
   */
  void discard(TenantId tenant, String version, int seen) {
    sql.inTransaction(
        tenant,
        () -> {
          taken(tenant, version, seen);
          return remove(tenant, version);
        });
  }

  private int remove(TenantId tenant, String version) {
    return jdbc.sql("DELETE FROM policy_draft WHERE tenant_id = ? AND version = ?")
        .params(tenant.value(), version)
        .update();
  }

  /** The first day from which a version can hold: what was decided until today stays decided. */
  LocalDate earliest() {
    return clock.today().plusDays(1);
  }

  /**
   * Makes a version of a draft, which never changes again.
   *
   * @param from the first day on which it holds
   * @return the version
   * @throws Refused as {@link #change} does; 422 with every fault of date, note and policy
   */
  PolicyVersion publish(
      TenantId tenant, String version, int seen, LocalDate from, String note, Actor by) {
    return sql.inTransaction(
        tenant,
        () -> {
          PolicyDraft draft = taken(tenant, version, seen);
          Policy policy = draft.policy().named(version, from);
          List<Refused.Fault> faults = new ArrayList<>(dateFaults(from));
          faults.addAll(noteFaults(note, true));
          faults.addAll(PolicyJson.read(PolicyJson.of(policy)).faults());
          noFaults(faults);
          policies.publish(tenant, policy, note.strip(), by);
          remove(tenant, version);
          return new PolicyVersion(policy, note.strip(), by.user(), by.role().code(), clock.now());
        });
  }

  private List<Refused.Fault> dateFaults(LocalDate from) {
    LocalDate latest = clock.today().plusYears(MOST_YEARS_AHEAD);
    if (from.isBefore(earliest()) || from.isAfter(latest)) {
      return List.of(
          new Refused.Fault(
              "policy.choose-a-day",
              "effectiveFrom",
              Map.of("least", earliest().toString(), "most", latest.toString())));
    }
    return List.of();
  }

  private static List<Refused.Fault> noteFaults(String note, boolean required) {
    if (required && note.isBlank()) {
      return List.of(new Refused.Fault("policy.no-note", "note", Map.of()));
    }
    if (note.length() > LONGEST_NOTE) {
      return List.of(
          new Refused.Fault(
              "policy.write-less", "note", Map.of("most", Integer.toString(LONGEST_NOTE))));
    }
    return Bsn.hiddenIn(note)
        ? List.of(new Refused.Fault("plausibility.bsn", "note", Map.of()))
        : List.of();
  }

  private static void noFaults(List<Refused.Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }
}
