package dev.offsession.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long the simulator waits, in simulated time, before it delivers a webhook again. */
public enum RetryProfile {
  /** For tests and the local stack. */
  FAST,
  /** As in a Stripe sandbox: three more attempts over some hours. */
  SANDBOX,
  /** As with live keys: exponential, up to three days in total. */
  LIVE;

  /** The waits between one attempt and the next. */
  public List<Duration> delays() {
    return switch (this) {
      case FAST -> List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));
      case SANDBOX -> List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(4));
      case LIVE -> exponential(Duration.ofMinutes(5), Duration.ofDays(3));
    };
  }

  private static List<Duration> exponential(Duration first, Duration total) {
    return Stream.iterate(first, delay -> delay.multipliedBy(2))
        .takeWhile(delay -> delay.multipliedBy(2).minus(first).compareTo(total) <= 0)
        .toList();
  }
}
