package nl.kindcheck.service.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Does the work of those who come at the same time in one go. Who comes alone goes at once. While
 * one group is under way, those who come wait in order, and the first of them takes all along: for
 * eight calls, a round trip to the database costs little more than for one.
 *
 * @param <I> what is asked
 * @param <O> what comes of it
 */
public final class Together<I, O> {

  /** More would let the first wait for the last. */
  private static final int MOST = 16;

  private final Work<I, O> work;
  private final Deque<Waiting<I, O>> waiting = new ArrayDeque<>();
  private boolean underWay;

  /** What is done for a group. */
  @FunctionalInterface
  public interface Work<I, O> {
    /**
     * Does it.
     *
     * @return what comes of each, in the order in which they were asked
     */
    List<O> forAll(List<I> asked);
  }

  private record Waiting<I, O>(I asked, CompletableFuture<Result<O>> done) {}

  /**
   * What one who waits gets to hear.
   *
   * @param leads whether its turn to lead has come; there is no value then
   */
  private record Result<O>(boolean leads, List<O> value) {}

  public Together(Work<I, O> work) {
    this.work = work;
  }

  /**
   * Asks for one.
   *
   * @throws RuntimeException as the work threw it; all of a group get to hear it
   */
  public O forOne(I asked) {
    Waiting<I, O> mine = new Waiting<>(asked, new CompletableFuture<>());
    if (enter(mine)) {
      return lead(mine);
    }
    try {
      Result<O> result = mine.done().join();
      return result.leads() ? lead(mine) : result.value().get(0);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Whether the way is free. */
  private synchronized boolean enter(Waiting<I, O> mine) {
    if (underWay) {
      waiting.add(mine);
      return false;
    }
    underWay = true;
    return true;
  }

  private O lead(Waiting<I, O> mine) {
    List<Waiting<I, O>> group = new ArrayList<>();
    group.add(mine);
    try {
      takeAlong(group);
      List<O> results = workFor(group);
      for (int i = 1; i < group.size(); i++) {
        group.get(i).done().complete(new Result<>(false, List.of(results.get(i))));
      }
      return results.get(0);
    } catch (RuntimeException | Error e) {
      group.forEach(one -> one.done().completeExceptionally(e));
      throw e;
    }
  }

  /** The next group starts before this one is woken. */
  private List<O> workFor(List<Waiting<I, O>> group) {
    try {
      return work.forAll(group.stream().map(Waiting::asked).toList());
    } finally {
      handOver();
    }
  }

  private synchronized void takeAlong(List<Waiting<I, O>> group) {
    while (!waiting.isEmpty() && group.size() < MOST) {
      group.add(waiting.remove());
    }
  }

  private synchronized void handOver() {
    Waiting<I, O> next = waiting.poll();
    if (next == null) {
      underWay = false;
    } else {
      next.done().complete(new Result<>(true, List.of()));
    }
  }
}
