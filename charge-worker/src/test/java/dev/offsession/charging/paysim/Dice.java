package dev.offsession.charging.paysim;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a run, from its seed alone. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** A number from 0 to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Milliseconds from the first to just before the second. */
  long millis(long from, long to) {
    return from + random.nextLong(Math.max(1, to - from));
  }

  /** Milliseconds between two durations, short ones as likely as long ones on a log scale. */
  long millis(Duration from, Duration to) {
    double low = Math.log((double) from.toMillis());
    double high = Math.log((double) to.toMillis());
    return Math.round(Math.exp(low + random.nextDouble() * (high - low)));
  }

  /** One of these. */
  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of these numbers. */
  double any(double... all) {
    return all[random.nextInt(all.length)];
  }
}
