package nl.kindcheck.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
          logged(tenant, asked.patient());
          return jdbc.sql(
                  SELECT
                      + """
                       l.line_id <= ? AND (?::text IS NULL OR l.patient_ref = ?::text)
                      AND (?::timestamptz IS NULL OR l.at >= ?::timestamptz)
                      AND (?::timestamptz IS NULL OR l.at < ?::timestamptz)
                      ORDER BY l.at DESC, l.line_id DESC OFFSET ? LIMIT ?\
                      """)
              .params(
                  Arrays.asList(
                      tenant.value(),
                      asked.until(),
                      asked.patient(),
                      asked.patient(),
                      at(asked.from()),
                      at(asked.from()),
                      at(asked.before()),
                      at(asked.before()),
                      offset,
                      count))
              .query((row, n) -> found(row))
              .list();
        });
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
          logged(tenant, found.map(f -> f.line().patient()).orElse(null));
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

  private void logged(TenantId tenant, @Nullable String patient) {
    Doing doing = Doing.present();
    lines.insert(List.of(lines.line(doing, tenant, Event.READ_LOG, patient, Line.DONE)));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(StoredLine.read(row), row.getBoolean("sealed"));
  }
}
