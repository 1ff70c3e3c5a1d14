package dev.offsession.benchmarks.regression;

/**
 * A ratio of processor times, measured now and written down before.
 *
 * @param name in the file of what was written down
 * @param measured processor time of ours for one unit against the baseline's, in the same run
 * @param committed what it was when it was written down
 */
record Figure(String name, double measured, double committed) {
  /** A quarter: less than that a busy machine can do to a ratio. */
  private static final double TOLERANCE = 1.25;

  /** Whether it has become worse by more than what is tolerated. */
  boolean isWorse() {
    return measured > committed * TOLERANCE;
  }

  String text() {
    return "%-28s %.2f, written down %.2f, at most %.2f: %s"
        .formatted(name, measured, committed, committed * TOLERANCE, isWorse() ? "WORSE" : "fine");
  }
}
