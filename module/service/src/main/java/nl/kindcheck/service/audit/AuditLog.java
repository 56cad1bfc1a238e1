package nl.kindcheck.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.kindcheck.service.tenancy.Conditions;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log. Each reading is itself a line, in the same transaction. */
@Component
public class AuditLog {

  private static final String SELECT =
      "SELECT "
          + StoredLine.COLUMNS
          + """
          , EXISTS (SELECT 1 FROM audit_seal s WHERE s.tenant_id = l.tenant_id AND s.line_id = l.line_id) AS sealed
          FROM audit_line l WHERE l.tenant_id = ? AND\
          """;

  private static final int FETCHED = 500;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Lines lines;

  AuditLog(TenantSql sql, JdbcClient jdbc, Lines lines) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.lines = lines;
  }

  /**
   * What is asked for.
   *
   * @param patient a reference; null for everybody
   * @param from the first moment; null for no bound
   * @param before the first moment that is not wanted; null for no bound
   * @param until the last line that counts, so that what is logged meanwhile shifts no page
   */
  public record Asked(
      @Nullable String patient, @Nullable Instant from, @Nullable Instant before, long until) {}

  /**
   * A line.
   *
   * @param sealed whether it is in the chain already
   */
  public record Found(StoredLine line, boolean sealed) {}

  /** One page, the newest first. */
  public List<Found> search(TenantId tenant, Asked asked, int offset, int count) {
    return sql.inTransaction(
        tenant,
        () -> {
          logged(tenant, Event.READ_LOG, asked.patient());
          return lines(tenant, asked, " OFFSET ? LIMIT ?", offset, count)
              .query((row, n) -> found(row))
              .list();
        });
  }

  /** The newest lines, to be given to a patient on paper. */
  List<Found> print(TenantId tenant, Asked asked, int most) {
    return sql.inTransaction(
        tenant,
        () -> {
          logged(tenant, Event.PRINT, asked.patient());
          return lines(tenant, asked, " LIMIT ?", most).query((row, n) -> found(row)).list();
        });
  }

  /** All lines one by one, the newest first, for a file. */
  void export(TenantId tenant, Asked asked, Consumer<Found> line) {
    sql.inTransaction(
        tenant,
        () -> {
          logged(tenant, Event.EXPORT, asked.patient());
          // By portions, for a log of years does not fit in memory.
          try (Stream<Found> all =
              lines(tenant, asked, "")
                  .withFetchSize(FETCHED)
                  .query((row, n) -> found(row))
                  .stream()) {
            all.forEach(line);
          }
          return true;
        });
  }

  private JdbcClient.StatementSpec lines(
      TenantId tenant, Asked asked, String portion, Object... bounds) {
    Conditions conditions =
        new Conditions(tenant.value(), asked.until())
            .and("l.patient_ref", asked.patient())
            .and("l.at", ">=", at(asked.from()))
            .and("l.at", "<", at(asked.before()));
    return jdbc.sql(
            SELECT
                + " l.line_id <= ?"
                + conditions.sql()
                + " ORDER BY l.at DESC, l.line_id DESC"
                + portion)
        .params(conditions.values(bounds));
  }

  public Optional<Found> byId(TenantId tenant, long id) {
    return sql.inTransaction(
        tenant,
        () -> {
          Optional<Found> found =
              jdbc.sql(SELECT + " l.line_id = ?")
                  .params(tenant.value(), id)
                  .query((row, n) -> found(row))
                  .optional();
          logged(tenant, Event.READ_LOG, found.map(f -> f.line().patient()).orElse(null));
          return found;
        });
  }

  /** The last line that is there. Says nothing of anybody. */
  public long newest(TenantId tenant) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql("SELECT coalesce(max(line_id), 0) FROM audit_line WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single());
  }

  /**
   * How many lines came from each of some sources. Says nothing of what they are about.
   *
   * @param since the first moment that counts
   */
  public Map<String, Long> linesBySource(
      TenantId tenant, Collection<String> sources, Instant since) {
    return sql.inTransaction(
        tenant,
        () -> {
          Map<String, Long> counted = new HashMap<>();
          jdbc.sql(
                  "SELECT source, count(*) AS lines FROM audit_line WHERE tenant_id = ? AND at >= ?"
                      + " AND source = ANY (?) GROUP BY source")
              .params(
                  tenant.value(), since.atOffset(ZoneOffset.UTC), sources.toArray(String[]::new))
              .query(
                  row -> {
                    counted.put(row.getString("source"), row.getLong("lines"));
                  });
          return counted;
        });
  }

  private void logged(TenantId tenant, Event event, @Nullable String patient) {
    Doing doing = Doing.present();
    lines.insert(List.of(lines.line(doing, tenant, event, patient, Line.DONE)));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(StoredLine.read(row), row.getBoolean("sealed"));
  }
}
