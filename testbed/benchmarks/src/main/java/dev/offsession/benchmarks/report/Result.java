package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.measure.Spread;

/**
 * One measured figure.
 *
 * @param id of its goal, with the cell that was measured behind it: {@code C1/25/300ms}
 * @param note what a reader should know beside the figure; may be empty
 * @param broken why the figure does not count: the ledger was not exact; empty when it was
 */
public record Result(String id, Goal goal, Spread measured, String note, String broken) {

  /** A figure from a run whose ledger was exact. */
  public static Result of(String id, Spread measured, String note) {
    return new Result(id, Goals.of(id), measured, note, "");
  }

  /** The same figure, which does not count. */
  public Result brokenBy(String reason) {
    return new Result(id, goal, measured, note, reason);
  }

  /** Whether the figure counts. */
  public boolean counts() {
    return broken.isEmpty();
  }

  /** Whether it counts and reaches its goal. */
  public boolean isMet() {
    return counts() && goal.isMetBy(measured.median());
  }

  /** {@code met}, {@code NOT met} or {@code VOID}. */
  public String verdict() {
    if (!counts()) {
      return "VOID";
    }
    return isMet() ? "met" : "NOT met";
  }
}
