package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to do after a refusal: a table, delays and budgets; data, not code.
 *
 * @param day how long "a day" of this policy is: 24 h, and seconds on a developer's machine
 * @param otherMethod after a hard decline, try one other saved method of the customer on the same
 *     intent before asking them for a card; only for requests that name no method
 */
public record RetryPolicy(
    DeclineTable declines,
    RetryDelays delays,
    RetryBudget budget,
    Duration day,
    boolean otherMethod) {
  private static final Duration REAL_DAY = Duration.ofDays(1);

  public RetryPolicy {
    Require.that(day.toMillis() >= 1, "the retry day must be at least one millisecond");
  }

  /** The table, the delays and the budgets as documented, with days of 24 hours. */
  public static RetryPolicy standard() {
    return new RetryPolicy(
        DeclineTable.standard(), RetryDelays.standard(), RetryBudget.standard(), REAL_DAY, false);
  }

  /** The same, trying another saved method after a hard decline. */
  public RetryPolicy tryingOtherMethods() {
    return new RetryPolicy(declines, delays, budget, day, true);
  }

  /** The same, with a day of this length. */
  public RetryPolicy withDay(Duration length) {
    return new RetryPolicy(declines, delays, budget, length, otherMethod);
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

  /** True when this card was refused as often as it may be, over all the customer's charges. */
  boolean isSpent(Customer customer, PaymentMethodId method, Instant now) {
    Instant since = now.minus(day.multipliedBy(budget.cardWindowDays()));
    return customer.refusals().stream()
            .filter(refusal -> refusal.method().equals(method) && refusal.at().isAfter(since))
            .count()
        >= budget.cardRefusalsMax();
  }

  /** True when the bank's word is against this card, and another one may be tried. */
  boolean isHard(Decline decline) {
    return declines.advise(decline).kind() == DeclineClass.HARD;
  }

  /** True when the refusal counts against the card: a bank that wants the customer does not. */
  boolean isAgainstTheCard(Decline decline) {
    return decline.charge().isPresent()
        && !decline.blocked()
        && declines.advise(decline).kind() != DeclineClass.AUTH;
  }

  private Optional<Instant> retry(
      DeclineAdvice advice, Attempts attempts, Instant now, Instant deadline) {
    if (!advice.kind().isSoft()
        || attempts.declines() >= budget.attemptsMax()
        || attempts.declines() > advice.retriesMax()) {
      return Optional.empty();
    }
    Instant end = attempts.firstDecline().orElse(now).plus(day.multipliedBy(budget.windowDays()));
    return Optional.of(now.plus(scaled(delays.after(advice.kind(), attempts.declines()))))
        .filter(at -> at.isBefore(end) && at.isBefore(deadline));
  }

  private Duration scaled(Duration real) {
    return Duration.ofMillis(
        Math.multiplyExact(real.toMinutes(), day.toMillis()) / REAL_DAY.toMinutes());
  }
}
