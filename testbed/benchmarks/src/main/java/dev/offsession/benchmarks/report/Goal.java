package dev.offsession.benchmarks.report;

/**
 * A figure to reach.
 *
 * @param id as in the reference, such as {@code W1}, with the part of it that is meant: {@code
 *     W5/p99}
 * @param atLeast whether more is better
 * @param unit of the value
 * @param what is measured, in words
 */
public record Goal(String id, boolean atLeast, double value, String unit, String what) {

  /** Whether a measured value reaches it; what is not a number does not. */
  public boolean isMetBy(double measured) {
    return atLeast ? measured >= value : measured <= value;
  }

  /** Such as {@code >= 0.7}. */
  public String text() {
    return (atLeast ? ">= " : "<= ") + Numbers.text(value);
  }

  boolean covers(String resultId) {
    return resultId.equals(id) || resultId.startsWith(id + "/");
  }
}
