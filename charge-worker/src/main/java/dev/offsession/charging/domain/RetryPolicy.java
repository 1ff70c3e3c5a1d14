package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When to try again after a refusal. The networks allow 10 to 35 tries of a card in 30 days; we
 * stay far below.
 *
 * @param attemptsMax tries of one card without the customer acting, the first one included
 * @param windowDays after the first refusal, in retry days; no try is made later
 * @param day how long "a day" of this policy is: 24 h, and seconds on a developer's machine
 */
public record RetryPolicy(DeclineTable declines, int attemptsMax, int windowDays, Duration day) {
  private static final Duration REAL_DAY = Duration.ofDays(1);

  /** Waits before the second, third and fourth try, for a day of 24 hours. */
  private static final List<Duration> SOFT =
      List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(5));

  private static final List<Duration> SOFT_LONG = List.of(Duration.ofDays(3), Duration.ofDays(5));
  private static final List<Duration> SOFT_SHORT =
      List.of(Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(6));

  public RetryPolicy {
    Require.that(attemptsMax >= 1, "attempts-max must be at least 1");
    Require.that(windowDays >= 1, "the retry window must be at least one day");
    Require.that(day.toMillis() >= 1, "the retry day must be at least one millisecond");
  }

  /** Four tries within 14 days of 24 hours, by the seed table. */
  public static RetryPolicy standard() {
    return new RetryPolicy(DeclineTable.standard(), 4, 14, REAL_DAY);
  }

  /**
   * What to do after a refusal.
   *
   * @param attempts with this refusal counted
   */
  public NextStep after(Decline decline, Attempts attempts, Instant now, Instant deadline) {
    DeclineAdvice advice = declines.advise(decline);
    Optional<Instant> retry = retry(advice, attempts, now, deadline);
    return switch (advice.kind()) {
      case AUTH -> new NextStep.Authenticate(advice.tell());
      case STOP -> new NextStep.GiveUp(advice.tell());
      case HARD, SOFT_LONG -> new NextStep.AskForCard(advice.tell().finallySaid(), retry);
      case SOFT, SOFT_SHORT ->
          retry
              .<NextStep>map(at -> new NextStep.TryAgain(advice.tell(), at))
              .orElseGet(
                  () -> new NextStep.AskForCard(advice.tell().finallySaid(), Optional.empty()));
    };
  }

  private Optional<Instant> retry(
      DeclineAdvice advice, Attempts attempts, Instant now, Instant deadline) {
    if (!advice.kind().isSoft()
        || attempts.declines() >= attemptsMax
        || attempts.declines() > advice.retriesMax()) {
      return Optional.empty();
    }
    Instant end = attempts.firstDecline().orElse(now).plus(day.multipliedBy(windowDays));
    return Optional.of(now.plus(delay(advice.kind(), attempts.declines())))
        .filter(at -> at.isBefore(end) && at.isBefore(deadline));
  }

  private Duration delay(DeclineClass kind, int declines) {
    List<Duration> plan =
        switch (kind) {
          case SOFT_LONG -> SOFT_LONG;
          case SOFT_SHORT -> SOFT_SHORT;
          case SOFT, AUTH, HARD, STOP -> SOFT;
        };
    Duration real = plan.get(Math.clamp(declines - 1, 0, plan.size() - 1));
    return Duration.ofMillis(
        Math.multiplyExact(real.toMinutes(), day.toMillis()) / REAL_DAY.toMinutes());
  }
}
