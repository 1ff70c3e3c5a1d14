package dev.offsession.charging.pace;

import java.util.Optional;

/**
 * The rate of one lane for all instances together: halved when Stripe says "too fast", growing back
 * to its most within a minute (additive increase, multiplicative decrease).
 */
final class LaneRate {
  private static final double LEAST = 1;
  private static final double SECONDS_TO_RECOVER = 60;
  private static final double NANOS = 1e9;

  /** Answers to one burst come together and mean one cut. */
  private static final long CUT_ONCE_NANOS = 1_000_000_000L;

  private final double most;
  private RateCut cut = new RateCut(0, 0);
  private long cutAtNanos;

  /**
   * @param most calls per second when Stripe has no objection
   */
  LaneRate(double most) {
    this.most = most;
  }

  /** Calls per second for all instances. */
  double perSecond(long now) {
    return cut.number() == 0
        ? most
        : Math.min(most, cut.perSecond() + most * (now - cutAtNanos) / NANOS / SECONDS_TO_RECOVER);
  }

  /** Another instance has cut it, or we read our own cut back. */
  void read(RateCut noted, long notedAtNanos) {
    if (noted.number() > cut.number()) {
      cut = noted;
      cutAtNanos = notedAtNanos;
    }
  }

  /** Cuts it in half; empty when that was done a moment ago. */
  Optional<RateCut> cut(long now) {
    if (cut.number() > 0 && now - cutAtNanos < CUT_ONCE_NANOS) {
      return Optional.empty();
    }
    read(new RateCut(cut.number() + 1, Math.max(LEAST, perSecond(now) / 2)), now);
    return Optional.of(cut);
  }
}
