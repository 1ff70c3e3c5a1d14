package dev.offsession.charging.paysim;

import java.time.Duration;

/**
 * How bad the world is in one run, from its seed: some runs are calm in one respect and wild in
 * another, so that faults meet that would hide each other if all were always there.
 *
 * @param processes of charge-worker at once, 2 to 4
 * @param faultsEndAfter milliseconds from the start; then everything heals
 * @param crash probability that a process dies between two of its steps
 * @param freeze probability that a process stops for a while between two of its steps
 * @param slowStep probability that a step takes long
 * @param store probability that an operation of the store fails, with or without its effect
 * @param line probability that a call to Stripe goes wrong
 * @param outlet probability that publishing fails, with or without its effect
 * @param eventTwice probability that a Stripe event comes more than once
 * @param eventLate probability that a Stripe event comes late, up to three days
 * @param eventLost probability that a Stripe event never comes
 * @param skewMax how wrong clocks are, milliseconds
 * @param payerComes probability that the customer reacts to a prompt
 */
record Plan(
    int processes,
    long faultsEndAfter,
    double crash,
    double freeze,
    double slowStep,
    double store,
    double line,
    double outlet,
    double eventTwice,
    double eventLate,
    double eventLost,
    long skewMax,
    double payerComes) {

  static Plan of(Dice dice) {
    return new Plan(
        2 + dice.below(3),
        dice.millis(Duration.ofMinutes(10), Duration.ofDays(8)),
        dice.any(0, 0.001, 0.005, 0.02, 0.05),
        dice.any(0, 0, 0.001, 0.005, 0.02),
        dice.any(0, 0.002, 0.02, 0.1),
        dice.any(0, 0.005, 0.03, 0.15),
        dice.any(0, 0.02, 0.1, 0.3),
        dice.any(0, 0.02, 0.1, 0.4),
        dice.any(0, 0.1, 0.5),
        dice.any(0, 0.1, 0.5),
        dice.any(0, 0.05, 0.5),
        (long) dice.any(0, 1_000, 60_000, 600_000),
        dice.any(0.2, 0.5, 0.9));
  }

  /** How many outages; none in a world where nothing goes wrong by chance. */
  int outages(Dice dice) {
    return isCalm() ? 0 : dice.below(4);
  }

  private boolean isCalm() {
    return crash + freeze + slowStep + store + line + outlet + eventLate + eventLost == 0;
  }

  /** A world in which nothing goes wrong. */
  static Plan calm(int processes) {
    return new Plan(processes, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** The same, for so long; a calm world has outages only that its story brings. */
  Plan until(Duration end) {
    return new Plan(
        processes,
        end.toMillis(),
        crash,
        freeze,
        slowStep,
        store,
        line,
        outlet,
        eventTwice,
        eventLate,
        eventLost,
        skewMax,
        payerComes);
  }

  /** A world in which everything goes wrong now and then, for three days. */
  static Plan wild(int processes) {
    return new Plan(
        processes,
        Duration.ofDays(3).toMillis(),
        0.01,
        0.01,
        0.05,
        0.03,
        0.1,
        0.1,
        0.3,
        0.3,
        0.2,
        600_000,
        0.5);
  }
}
