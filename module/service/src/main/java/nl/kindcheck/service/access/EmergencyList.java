package nl.kindcheck.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.service.audit.AuditLog;
import nl.kindcheck.service.launch.Entry;
import nl.kindcheck.service.office.CurrentOffice.Person;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a privacy officer sees of access in emergencies, and what they found of each. */
@Component
class EmergencyList {

  /** So many on a page. */
  static final int PAGE = 25;

  /** What nobody has reviewed comes first, then the newest. */
  private static final String SELECT =
      """
      SELECT a.*, e.at AS ended_at, n.at AS told_at FROM emergency_access a
      LEFT JOIN emergency_end e ON e.tenant_id = a.tenant_id AND e.access_id = a.access_id
      LEFT JOIN emergency_notice n ON n.tenant_id = a.tenant_id AND n.access_id = a.access_id
      WHERE a.tenant_id = ?
      ORDER BY EXISTS (SELECT 1 FROM emergency_review r WHERE r.tenant_id = a.tenant_id AND r.access_id = a.access_id),
        a.began_at DESC, a.access_id OFFSET ? LIMIT ?\
      """;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;
  private final AuditLog log;

  EmergencyList(TenantSql sql, JdbcClient jdbc, SecurityClock clock, AuditLog log) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
    this.log = log;
  }

  /**
   * One access.
   *
   * @param thatDay which one it was of this person on that day
   * @param usual how many a day the policy then called usual
   * @param ended when it was ended before its time; null where it was not
   * @param told when the notice was given; null for a moment, until it is
   * @param lines how many lines of the log it left
   * @param reviews the oldest first
   */
  record Access(
      UUID id,
      String patient,
      String name,
      String user,
      String kind,
      String reason,
      int thatDay,
      int usual,
      Instant began,
      Instant until,
      @Nullable Instant ended,
      @Nullable Instant told,
      long lines,
      List<Review> reviews) {

    /** Whether it was more often than usual; asked by the page. */
    public boolean often() {
      return thatDay > usual;
    }
  }

  record Review(String outcome, String remark, String name, Instant at) {}

  /** One page of them, and one more where there is another page. */
  List<Access> page(TenantId tenant, int number) {
    return sql.inTransaction(
        tenant,
        () -> {
          List<Access> found =
              jdbc.sql(SELECT)
                  .params(tenant.value(), (number - 1) * PAGE, PAGE + 1)
                  .query((row, n) -> read(row))
                  .list();
          Touched.patients(found.stream().map(Access::patient).distinct().toList());
          return whole(tenant, found);
        });
  }

  private List<Access> whole(TenantId tenant, List<Access> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<UUID, List<Review>> reviews = reviews(tenant, found);
    Instant since = found.stream().map(Access::began).min(Instant::compareTo).orElseThrow();
    Map<String, Long> lines =
        log.linesBySource(tenant, found.stream().map(a -> Entry.source(a.id())).toList(), since);
    return found.stream()
        .map(
            a ->
                new Access(
                    a.id(),
                    a.patient(),
                    a.name(),
                    a.user(),
                    a.kind(),
                    a.reason(),
                    a.thatDay(),
                    a.usual(),
                    a.began(),
                    a.until(),
                    a.ended(),
                    a.told(),
                    lines.getOrDefault(Entry.source(a.id()), 0L),
                    reviews.getOrDefault(a.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Review>> reviews(TenantId tenant, List<Access> found) {
    Map<UUID, List<Review>> reviews = new HashMap<>();
    jdbc.sql(
            "SELECT access_id, outcome, remark, name, at FROM emergency_review WHERE tenant_id = ?"
                + " AND access_id = ANY (?) ORDER BY seq")
        .params(tenant.value(), found.stream().map(Access::id).toArray(UUID[]::new))
        .query(
            row -> {
              reviews
                  .computeIfAbsent(row.getObject("access_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Review(
                          row.getString("outcome"),
                          row.getString("remark"),
                          row.getString("name"),
                          moment(row, "at").orElseThrow()));
            });
    return reviews;
  }

  private static Access read(ResultSet row) throws SQLException {
    return new Access(
        row.getObject("access_id", UUID.class),
        row.getString("patient_ref"),
        row.getString("name"),
        row.getString("user_ref"),
        row.getString("kind"),
        row.getString("reason"),
        row.getInt("that_day"),
        row.getInt("usual"),
        moment(row, "began_at").orElseThrow(),
        moment(row, "until_at").orElseThrow(),
        moment(row, "ended_at").orElse(null),
        moment(row, "told_at").orElse(null),
        0,
        List.of());
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Adds a review.
   *
   * @return false where there is no such access
   */
  boolean review(Person reviewer, UUID access, ReviewOutcome outcome, String remark) {
    TenantId tenant = reviewer.tenant();
    return sql.inTransaction(
        tenant,
        () -> {
          List<String> patient =
              jdbc.sql(
                      "SELECT patient_ref FROM emergency_access WHERE tenant_id = ? AND access_id"
                          + " = ?")
                  .params(tenant.value(), access)
                  .query(String.class)
                  .list();
          Touched.patients(patient);
          if (patient.isEmpty()) {
            return false;
          }
          jdbc.sql(
                  "INSERT INTO emergency_review (tenant_id, access_id, outcome, remark, account,"
                      + " name, at) VALUES (?, ?, ?, ?, ?, ?, ?)")
              .params(
                  tenant.value(),
                  access,
                  outcome.code(),
                  remark,
                  reviewer.account(),
                  reviewer.name(),
                  clock.now().atOffset(ZoneOffset.UTC))
              .update();
          return true;
        });
  }
}
