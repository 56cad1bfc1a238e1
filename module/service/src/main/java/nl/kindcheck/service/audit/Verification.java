package nl.kindcheck.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through the chain of an organisation and names the first row that is not as it was. */
@Component
class Verification {

  private static final int AT_ONCE = 5_000;

  /** How much later than its line a line may be dated that was sealed before it. */
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private final TenantSql sql;
  private final JdbcClient jdbc;

  Verification(TenantSql sql, JdbcClient jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** What is wrong with a row. */
  enum Wrong {
    ALTERED("is not as it was when it was sealed"),
    MISSING("is gone"),
    SEAL_MISSING("is gone from the chain: the seal with this number"),
    INSERTED("was put in afterwards: it is not in the chain, although later ones are"),
    BACKDATED("is dated long before the rows that were sealed before it"),
    NOT_AS_KEPT(
        "of the chain is not the one that was kept elsewhere: its end was cut off, or it was made"
            + " anew");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * The first fault.
   *
   * @param row the {@code line_id}; of a seal its number
   */
  record Fault(Wrong wrong, long row) {}

  /**
   * What came of it.
   *
   * @param sealed how many lines were looked at
   * @param unsealed how many wait for their seal
   * @param end the number and the hash of the last seal, to be kept elsewhere and compared
   * @param fault null where everything is as it was
   */
  record Result(long sealed, long unsealed, String end, @Nullable Fault fault) {}

  private record Sealed(long number, long lineId, byte[] hash, @Nullable StoredLine line) {}

  /** Where in the chain it is. */
  private static final class Walk {
    private long number;
    private byte[] hash;
    private Instant newest = Instant.MIN;
    private long seen;

    Walk(long number, byte[] hash) {
      this.number = number;
      this.hash = hash;
    }

    @Nullable Fault step(Sealed seal) {
      number++;
      if (seal.number() != number) {
        return new Fault(Wrong.SEAL_MISSING, number);
      }
      StoredLine line = seal.line();
      if (line == null) {
        return new Fault(Wrong.MISSING, seal.lineId());
      }
      if (!Arrays.equals(line.sealedAfter(hash), seal.hash())) {
        return new Fault(Wrong.ALTERED, seal.lineId());
      }
      if (line.at().plus(BACKDATED).isBefore(newest)) {
        return new Fault(Wrong.BACKDATED, seal.lineId());
      }
      hash = seal.hash();
      newest = line.at().isAfter(newest) ? line.at() : newest;
      seen++;
      return null;
    }
  }

  /** Looks at one organisation's log, as it is at one moment. */
  Result of(TenantId tenant) {
    return sql.inTransaction(
        tenant,
        () -> {
          // No seal is added meanwhile, or its line could seem to be missing.
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
              .param("audit " + tenant)
              .query((row, n) -> n)
              .single();
          return walk(tenant);
        });
  }

  /**
   * Whether the chain still holds a seal as it was kept elsewhere. That is what finds a chain that
   * was cut off or made anew as a whole.
   *
   * @param hash in hex
   * @return null where it does, and where the time of that seal was over
   */
  @Nullable Fault kept(TenantId tenant, long number, String hash) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql(
                        """
                        SELECT encode(hash, 'hex') FROM audit_seal WHERE tenant_id = ? AND number = ?
                        UNION ALL SELECT CASE WHEN up_to = ? THEN encode(hash, 'hex') ELSE ? END FROM audit_removed
                          WHERE tenant_id = ? AND up_to >= ?\
                        """)
                    .params(tenant.value(), number, number, hash, tenant.value(), number)
                    .query(String.class)
                    .list()
                    .contains(hash)
                ? null
                : new Fault(Wrong.NOT_AS_KEPT, number));
  }

  private Result walk(TenantId tenant) {
    Sealer.End end = Sealer.end(jdbc, tenant);
    Walk walk = beginning(tenant);
    List<Sealed> page;
    do {
      page = page(tenant, walk.number);
      for (Sealed seal : page) {
        Fault fault = walk.step(seal);
        if (fault != null) {
          return new Result(walk.seen, unsealed(tenant), end.text(), fault);
        }
      }
    } while (page.size() == AT_ONCE);
    return new Result(walk.seen, unsealed(tenant), end.text(), inserted(tenant, end));
  }

  private Walk beginning(TenantId tenant) {
    return jdbc.sql(
            "SELECT up_to, hash FROM audit_removed WHERE tenant_id = ? ORDER BY up_to DESC LIMIT 1")
        .param(tenant.value())
        .query((row, n) -> new Walk(row.getLong(1), row.getBytes(2)))
        .optional()
        .orElseGet(() -> new Walk(0, new byte[StoredLine.HASH]));
  }

  private List<Sealed> page(TenantId tenant, long after) {
    return jdbc.sql(
            "SELECT s.number, s.line_id AS sealed_line, s.hash, "
                + StoredLine.COLUMNS
                + """
                 FROM audit_seal s LEFT JOIN audit_line l ON l.tenant_id = s.tenant_id AND l.line_id = s.line_id
                WHERE s.tenant_id = ? AND s.number > ? ORDER BY s.number LIMIT ?\
                """)
        .params(tenant.value(), after, AT_ONCE)
        .query((row, n) -> sealed(row))
        .list();
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    boolean gone = row.getObject("line_id") == null;
    return new Sealed(
        row.getLong("number"),
        row.getLong("sealed_line"),
        row.getBytes("hash"),
        gone ? null : StoredLine.read(row));
  }

  private long unsealed(TenantId tenant) {
    return jdbc.sql(
            """
            SELECT count(*) FROM audit_line l WHERE l.tenant_id = ? AND NOT EXISTS
              (SELECT 1 FROM audit_seal s WHERE s.tenant_id = l.tenant_id AND s.line_id = l.line_id)\
            """)
        .param(tenant.value())
        .query(Long.class)
        .single();
  }

  /** A row without a seal that the sealer would not seal any more. */
  private @Nullable Fault inserted(TenantId tenant, Sealer.End end) {
    if (end.at() == null) {
      return null;
    }
    return jdbc.sql(
            """
            SELECT l.line_id FROM audit_line l WHERE l.tenant_id = ? AND l.line_id <= ? AND NOT EXISTS
              (SELECT 1 FROM audit_seal s WHERE s.tenant_id = l.tenant_id AND s.line_id = l.line_id)
            ORDER BY l.line_id LIMIT 1\
            """)
        .params(tenant.value(), Sealer.decided(jdbc, tenant, end.at()))
        .query(Long.class)
        .optional()
        .map(line -> new Fault(Wrong.INSERTED, line))
        .orElse(null);
  }
}
