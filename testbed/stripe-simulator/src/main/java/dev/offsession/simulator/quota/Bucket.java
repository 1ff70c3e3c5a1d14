package dev.offsession.simulator.quota;

/** A token bucket that holds one second's worth. Not thread-safe. */
final class Bucket {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private double tokens;
  private long filledAtNanos;

  Bucket(int perSecond, long now) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.filledAtNanos = now;
  }

  boolean hasOne(long now) {
    tokens = Math.min(perSecond, tokens + (now - filledAtNanos) / NANOS * perSecond);
    filledAtNanos = now;
    return tokens >= 1;
  }

  void takeOne() {
    tokens--;
  }
}
