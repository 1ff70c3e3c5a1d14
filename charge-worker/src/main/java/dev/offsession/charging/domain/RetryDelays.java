package dev.offsession.charging.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before each try after the first; the last wait of a plan repeats. Written for
 * days of 24 hours.
 */
public record RetryDelays(List<Duration> soft, List<Duration> softLong, List<Duration> softShort) {

  public RetryDelays {
    soft = plan(soft);
    softLong = plan(softLong);
    softShort = plan(softShort);
  }

  /** Days for soft declines, more days for vague ones, minutes to hours for a bank in trouble. */
  public static RetryDelays standard() {
    return new RetryDelays(
        List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(5)),
        List.of(Duration.ofDays(3), Duration.ofDays(5)),
        List.of(Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(6)));
  }

  /** The wait after so many refusals; zero for a class that is not tried again. */
  Duration after(DeclineClass kind, int declines) {
    return switch (kind) {
      case SOFT -> nth(soft, declines);
      case SOFT_LONG -> nth(softLong, declines);
      case SOFT_SHORT -> nth(softShort, declines);
      case AUTH, HARD, STOP -> Duration.ZERO;
    };
  }

  private static Duration nth(List<Duration> plan, int declines) {
    return plan.get(Math.clamp(declines - 1, 0, plan.size() - 1));
  }

  private static List<Duration> plan(List<Duration> delays) {
    Require.that(!delays.isEmpty(), "a plan of retries needs at least one delay");
    Require.that(
        delays.stream().allMatch(delay -> delay.toMinutes() >= 1),
        "a retry waits for at least one minute");
    return List.copyOf(delays);
  }
}
