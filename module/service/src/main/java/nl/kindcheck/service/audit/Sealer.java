package nl.kindcheck.service.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chains the committed lines of an organisation. Chaining them as they are written would let every
 * request of an organisation wait for the one before, so they are chained a moment later.
 */
@Component
class Sealer {

  /** How long after a later line an earlier one may still be committed. */
  static final Duration DISORDER = Duration.ofMinutes(2);

  private static final int AT_ONCE = 2_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;

  Sealer(TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The end of a chain; number 0 and a hash of zeros where there is none. */
  record End(long number, byte[] hash, @Nullable Instant at) {

    static final End NONE = new End(0, new byte[StoredLine.HASH], null);

    String text() {
      return number + ":" + HexFormat.of().formatHex(hash);
    }
  }

  private record Seal(long number, long line, String hash) {}

  /**
   * Seals what was committed.
   *
   * @return how many lines
   */
  int seal(TenantId tenant) {
    int all = 0;
    int sealed;
    do {
      sealed = sql.inTransaction(tenant, () -> sealSome(tenant));
      all += sealed;
    } while (sealed == AT_ONCE);
    return all;
  }

  private int sealSome(TenantId tenant) {
    // Two instances at once: the second waits, and then sees what the first has sealed.
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("audit " + tenant)
        .query((row, n) -> n)
        .single();
    End end = end(jdbc, tenant);
    List<Seal> seals = new ArrayList<>();
    long number = end.number();
    byte[] hash = end.hash();
    for (StoredLine line : unsealed(tenant, from(tenant, end))) {
      hash = line.sealedAfter(hash);
      seals.add(new Seal(++number, line.id(), Base64.getEncoder().encodeToString(hash)));
    }
    insert(tenant, seals);
    return seals.size();
  }

  /** The end of the chain, also of one of which the beginning was removed. */
  static End end(JdbcClient jdbc, TenantId tenant) {
    return jdbc.sql(
            """
            SELECT number, hash, at FROM (
              (SELECT number, hash, sealed_at AS at FROM audit_seal WHERE tenant_id = ? ORDER BY number DESC LIMIT 1)
              UNION ALL
              (SELECT up_to, hash, removed_at FROM audit_removed WHERE tenant_id = ? ORDER BY up_to DESC LIMIT 1)
            ) AS ends ORDER BY number DESC LIMIT 1\
            """)
        .params(tenant.value(), tenant.value())
        .query(
            (row, n) ->
                new End(
                    row.getLong(1),
                    row.getBytes(2),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
        .optional()
        .orElse(End.NONE);
  }

  /**
   * The line up to which everything was decided: lines are numbered when they are written and seen
   * when they are committed, so that one may come after a later one, but not by long.
   */
  private long from(TenantId tenant, End end) {
    return end.at() == null ? 0 : decided(jdbc, tenant, end.at());
  }

  static long decided(JdbcClient jdbc, TenantId tenant, Instant lastSealed) {
    return jdbc.sql(
            """
            SELECT line_id FROM audit_seal WHERE tenant_id = ? AND sealed_at < ? ORDER BY sealed_at DESC, number DESC LIMIT 1\
            """)
        .params(tenant.value(), lastSealed.minus(DISORDER).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private List<StoredLine> unsealed(TenantId tenant, long after) {
    return jdbc.sql(
            "SELECT "
                + StoredLine.COLUMNS
                + """
                 FROM audit_line l WHERE l.tenant_id = ? AND l.line_id > ? AND NOT EXISTS
                  (SELECT 1 FROM audit_seal s WHERE s.tenant_id = l.tenant_id AND s.line_id = l.line_id)
                ORDER BY l.line_id LIMIT ?\
                """)
        .params(tenant.value(), after, AT_ONCE)
        .query((row, n) -> StoredLine.read(row))
        .list();
  }

  private void insert(TenantId tenant, List<Seal> seals) {
    if (seals.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO audit_seal (tenant_id, number, line_id, hash, sealed_at)
            SELECT ?, x.number, x.line, decode(x.hash, 'base64'), ?
            FROM jsonb_to_recordset(?::jsonb) AS x (number bigint, line bigint, hash text)\
            """)
        .params(
            tenant.value(), clock.now().atOffset(ZoneOffset.UTC), JSON.writeValueAsString(seals))
        .update();
  }
}
