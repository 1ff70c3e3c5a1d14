package dev.offsession.charging.pace;

/** Lets calls through evenly: a second's budget is not spent in its first millisecond. */
final class Turnstile {
  /** Unused budget is kept for so long. */
  private static final long BURST_NANOS = 100_000_000L;

  private static final double NANOS = 1e9;
  private long nextNanos;

  Turnstile(long now) {
    this.nextNanos = now - BURST_NANOS;
  }

  /** How long the next call would wait. */
  long waitNanos(long now) {
    return Math.max(0, nextNanos - now);
  }

  /** Takes a place at this moment, which may lie ahead. */
  void take(long at, double perSecond) {
    nextNanos = Math.max(nextNanos, at - BURST_NANOS) + (long) (NANOS / perSecond);
  }
}
