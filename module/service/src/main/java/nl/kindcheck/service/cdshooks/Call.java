package nl.kindcheck.service.cdshooks;

import java.util.UUID;

/**
 * One call, from its arrival.
 *
 * @param kind what was called: a hook's name, {@code discovery} or {@code feedback}
 * @param startedAt by {@link System#nanoTime()}
 * @param deadline by {@link System#nanoTime()}: past it the caller has its answer already
 */
record Call(UUID id, Caller caller, String kind, long startedAt, long deadline) {

  boolean late() {
    return System.nanoTime() - deadline > 0;
  }

  int millis() {
    return (int) ((System.nanoTime() - startedAt) / 1_000_000);
  }
}
