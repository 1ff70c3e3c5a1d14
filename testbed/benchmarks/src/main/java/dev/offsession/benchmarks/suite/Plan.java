package dev.offsession.benchmarks.suite;

import java.time.Duration;

/**
 * How long the benchmarks measure. The quick plan makes every figure within ten minutes and is good
 * to a tenth or so; the full one is the method of the reference.
 *
 * @param roundSeconds of the full plan: one turn of subject or baseline
 */
public record Plan(boolean quick, int roundSeconds) {
  /** The reference's. */
  public static final int ROUND_SECONDS = 60;

  /** Charges without a permitted rate: more would take longer than the compilers do. */
  private static final int QUICK_CHARGES_MAX = 1_500;

  private static final int FULL_CHARGES_MAX = 40_000;

  /** A steady rate is watched for so many rounds. */
  private static final int CELL_ROUNDS = 10;

  public Plan {
    if (roundSeconds < 1) {
      throw new IllegalArgumentException("A round takes at least a second");
    }
  }

  /** In words, for the report. */
  public String text() {
    return quick
        ? "quick run"
        : "full run, rounds of %d s, steady rates over %d s"
            .formatted(roundSeconds, cell().toSeconds());
  }

  /** Turns of subject and baseline. */
  int rounds() {
    return quick ? 2 : 5;
  }

  /** Turns of what is no comparison of rates: one has to do when it must be quick. */
  int sideRounds() {
    return quick ? 1 : 5;
  }

  /** One turn of webhooks or pages. */
  Duration turn() {
    return seconds(3, roundSeconds);
  }

  /** Load before the first turn that counts. */
  Duration warmUp() {
    return seconds(4, 30);
  }

  /**
   * Charges before the first that count.
   *
   * @param permitted charges per second
   */
  int warmUpCharges(int permitted) {
    return (int)
        Math.min(permitted * warmUp().toSeconds(), quick ? QUICK_CHARGES_MAX : FULL_CHARGES_MAX);
  }

  /** Charges at a permitted rate, after {@link #settle}. */
  Duration cell() {
    return seconds(5, CELL_ROUNDS * roundSeconds);
  }

  /** One turn of charges without a permitted rate. */
  Duration chargeTurn() {
    return seconds(4, roundSeconds);
  }

  /** Until a rate or a lag is what it will be. */
  Duration settle() {
    return seconds(2, 10);
  }

  private Duration seconds(int whenQuick, int whenFull) {
    return Duration.ofSeconds(quick ? whenQuick : whenFull);
  }
}
