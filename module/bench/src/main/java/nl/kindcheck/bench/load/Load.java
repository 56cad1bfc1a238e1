package nl.kindcheck.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls without a pause on a number of connections, for a time and at most a number of calls. */
public final class Load {

  private final int port;
  private final int connections;

  /** What is called: each call once, by its number. */
  @FunctionalInterface
  public interface Calls {
    /**
     * One call.
     *
     * @return the bytes to send; null where there are no more
     */
    byte @Nullable [] call(int number);
  }

  public Load(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /**
   * Calls until the time is over or there are no more calls.
   *
   * @param good whether an answer is what was asked for; others are counted as failures
   */
  public Timings run(Calls calls, Predicate<HttpConnection.Answer> good, Duration time)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try {
      List<Future<Timings>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> one(calls, good, next, end)));
      }
      Timings all = new Timings();
      for (Future<Timings> one : running) {
        all.add(one.get());
      }
      all.took(System.nanoTime() - start);
      return all;
    } catch (ExecutionException e) {
      throw new IOException("A connection failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Timings one(
      Calls calls, Predicate<HttpConnection.Answer> good, AtomicInteger next, long end)
      throws IOException {
    Timings timings = new Timings();
    try (HttpConnection connection = new HttpConnection(port)) {
      while (System.nanoTime() - end < 0) {
        byte[] call = calls.call(next.getAndIncrement());
        if (call == null) {
          break;
        }
        long before = System.nanoTime();
        HttpConnection.Answer answer = connection.exchange(call);
        timings.add(System.nanoTime() - before, answer.text().length(), good.test(answer));
      }
    }
    return timings;
  }
}
