package dev.offsession.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When each of many sends is meant to begin. Senders take the moments in turn; one that comes late
 * to its moment has lost that time, and its latency says so.
 */
final class Schedule {
  /** No more sends. */
  static final long OVER = Long.MIN_VALUE;

  private static final double NANOS = 1e9;

  private final AtomicLong taken = new AtomicLong();
  private final long start = System.nanoTime();
  private final double perSecond;
  private final long lengthNanos;

  /**
   * @param perSecond sends per second at equal distances; 0 for as fast as answers come
   */
  Schedule(double perSecond, Duration length) {
    this.perSecond = perSecond;
    this.lengthNanos = length.toNanos();
  }

  /** The next moment by {@link System#nanoTime}, or {@link #OVER}. */
  long next() {
    long offset =
        perSecond == 0
            ? System.nanoTime() - start
            : (long) (taken.getAndIncrement() * NANOS / perSecond);
    return offset < lengthNanos ? start + offset : OVER;
  }
}
