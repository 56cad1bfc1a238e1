package nl.kindcheck.service.tenancy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * How many connections to the database one organisation may hold at once: three of four, so that
 * one whose rows are locked, or that asks without end, leaves some to the others. Where there is
 * one organisation it has them all.
 */
final class TenantShares {

  private final int each;
  private final long waitMillis;
  private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();

  TenantShares(Organisations organisations, Environment settings) {
    String pool = "spring.datasource.hikari.";
    int all = settings.getProperty(pool + "maximum-pool-size", Integer.class, 10);
    boolean alone = organisations.organisations().size() <= 1;
    this.each = alone ? Integer.MAX_VALUE : Math.max(1, all * 3 / 4);
    this.waitMillis = settings.getProperty(pool + "connection-timeout", Long.class, 30_000L);
  }

  /**
   * Does work that holds a connection from its beginning to its end.
   *
   * @throws DataAccessResourceFailureException where the organisation holds its share for as long
   *     as a connection is waited for
   */
  <T extends @Nullable Object> T within(TenantId tenant, Supplier<T> work) {
    Semaphore share = shares.computeIfAbsent(tenant, t -> new Semaphore(each));
    take(share);
    try {
      return work.get();
    } finally {
      share.release();
    }
  }

  private void take(Semaphore share) {
    try {
      if (share.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DataAccessResourceFailureException("All connections of this organisation are in use");
  }
}
