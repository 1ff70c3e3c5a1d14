package dev.offsession.charging.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before looking again at something unknown.
 *
 * @param delays one per look; the last one repeats, and each repeat is worth an alarm
 */
public record LookPlan(List<Duration> delays) {
  public LookPlan {
    Require.that(!delays.isEmpty(), "a look plan needs at least one delay");
    delays = List.copyOf(delays);
  }

  /** 15 s, 1 min, 5 min, 30 min, 2 h, then every 6 h. */
  public static LookPlan standard() {
    return new LookPlan(
        List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6)));
  }

  Duration delay(int looks) {
    return delays.get(Math.clamp(looks - 1, 0, delays.size() - 1));
  }

  boolean isExhausted(int looks) {
    return looks >= delays.size();
  }
}
