package nl.kindcheck.service.cdshooks;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.kindcheck.service.tenancy.TenantId;

/**
 * Who works on the hooks: every organisation has workers of its own, so that one whose EPD or whose
 * rows keep them waiting keeps only its own calls waiting. A worker that has nothing to do for a
 * minute goes.
 */
final class HookWorkers {

  private final int threads;
  private final Map<TenantId, ThreadPoolExecutor> all = new ConcurrentHashMap<>();

  /**
   * @param threads how many hooks of one organisation are worked on at once; four times as many may
   *     wait
   */
  HookWorkers(int threads) {
    this.threads = threads;
  }

  /**
   * @throws RejectedExecutionException where too many of the organisation's hooks wait already
   */
  <T> Future<T> submit(TenantId tenant, Callable<T> work) {
    return all.computeIfAbsent(tenant, t -> make()).submit(work);
  }

  private ThreadPoolExecutor make() {
    ThreadPoolExecutor made =
        new ThreadPoolExecutor(
            threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(threads * 4));
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  void stop() {
    all.values().forEach(ThreadPoolExecutor::shutdownNow);
  }
}
