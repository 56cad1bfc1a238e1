package nl.kindcheck.bench.load;

import java.util.Arrays;

/** How long calls took, of one connection or of all rounds together. */
public final class Timings {

  private long[] nanos = new long[1024];
  private int count;
  private int failed;
  private long characters;
  private long took;

  void add(long one, int length, boolean good) {
    ensure(1);
    nanos[count++] = one;
    characters += length;
    failed += good ? 0 : 1;
  }

  /** Adds another round, or another connection of the same one. */
  public void add(Timings other) {
    ensure(other.count);
    System.arraycopy(other.nanos, 0, nanos, count, other.count);
    count += other.count;
    failed += other.failed;
    characters += other.characters;
    took += other.took;
  }

  void took(long time) {
    took = time;
  }

  private void ensure(int more) {
    if (count + more > nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.max(count + more, nanos.length * 2));
    }
  }

  public int count() {
    return count;
  }

  public int failed() {
    return failed;
  }

  /** The mean size of an answer, in characters. */
  public long meanSize() {
    return count == 0 ? 0 : characters / count;
  }

  /** Calls a second. */
  public double throughput() {
    return count / (took / 1e9);
  }

  /**
   * In milliseconds.
   *
   * @param share for instance 0.99
   */
  public double quantile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (share * count))] / 1e6;
  }
}
