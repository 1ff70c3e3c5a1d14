package dev.offsession.localstack.soak;

import java.time.Duration;

/**
 * What is asked of a soak.
 *
 * @param length how long charges are asked for
 * @param rate charges asked for in a second, whether the services keep up or not
 * @param killEvery a process is killed so often; zero for never
 * @param seed of every choice that the run makes
 */
public record SoakPlan(Duration length, int rate, Duration killEvery, long seed) {
  public SoakPlan {
    if (length.isNegative() || length.isZero() || rate < 1 || killEvery.isNegative()) {
      throw new IllegalArgumentException("Length and rate must be positive: " + length);
    }
  }

  int charges() {
    return Math.toIntExact(length.toMillis() * rate / 1_000);
  }

  /** When the charge with this number is asked for, in nanoseconds from the beginning. */
  long dueNanos(int number) {
    return number * 1_000_000_000L / rate;
  }
}
