package dev.offsession.charging.domain;

/**
 * How often at most. The networks allow 10 to 35 tries of a card in 30 days; we stay far below.
 *
 * @param attemptsMax tries of one card for one charge without the customer acting, the first one
 *     included
 * @param windowDays after the first refusal, in retry days; no try is made later
 * @param cardRefusalsMax refusals of one card over all its charges within its window; a card that
 *     has them is not tried until some are older
 * @param cardWindowDays how long a refusal counts against its card, in retry days
 */
public record RetryBudget(
    int attemptsMax, int windowDays, int cardRefusalsMax, int cardWindowDays) {
  /** Refusals that are kept of one customer's cards: no budget may need more. */
  public static final int REFUSALS_KEPT = 100;

  public RetryBudget {
    Require.that(attemptsMax >= 1, "attempts-max must be at least 1");
    Require.that(windowDays >= 1, "the retry window must be at least one day");
    Require.that(
        cardRefusalsMax >= 1 && cardRefusalsMax <= REFUSALS_KEPT,
        "card-refusals-max must be 1 to " + REFUSALS_KEPT);
    Require.that(cardWindowDays >= 1, "the card's window must be at least one day");
  }

  /** Four tries in 14 days for a charge; ten refusals in 30 days for a card. */
  public static RetryBudget standard() {
    return new RetryBudget(4, 14, 10, 30);
  }
}
