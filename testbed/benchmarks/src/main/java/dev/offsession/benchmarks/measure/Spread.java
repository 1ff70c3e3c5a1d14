package dev.offsession.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** The middle of several rounds, with the least and the most of them. */
public record Spread(double median, double min, double max) {

  /** A single measurement. */
  public static Spread of(double value) {
    return new Spread(value, value, value);
  }

  /** Several rounds; not a number when there is none. */
  public static Spread of(Collection<Double> rounds) {
    double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? of(Double.NaN)
        : new Spread(middle(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  /** All three, multiplied. */
  public Spread times(double factor) {
    return new Spread(median * factor, min * factor, max * factor);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
  }
}
