package dev.offsession.benchmarks.suite;

import java.time.Duration;

/**
 * How long the benchmarks measure. The quick plan makes every figure once within ten minutes and is
 * good to a tenth or so; the full one is the method of the reference.
 */
public record Plan(boolean quick) {

  /** Turns of subject and baseline. */
  int rounds() {
    return quick ? 3 : 5;
  }

  /** Turns of charges, which take longer to begin. */
  int chargeRounds() {
    return quick ? 2 : 5;
  }

  /** One turn of webhooks or pages. */
  Duration turn() {
    return seconds(3, 60);
  }

  /** Load before the first turn that counts. */
  Duration warmUp() {
    return seconds(4, 30);
  }

  /** Charges at a permitted rate, after {@link #settle}. */
  Duration cell() {
    return seconds(5, 600);
  }

  /** One turn of charges without a permitted rate. */
  Duration chargeTurn() {
    return seconds(4, 60);
  }

  /** Until a rate or a lag is what it will be. */
  Duration settle() {
    return seconds(2, 10);
  }

  private Duration seconds(int whenQuick, int whenFull) {
    return Duration.ofSeconds(quick ? whenQuick : whenFull);
  }
}
