package dev.offsession.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that say something. */
public final class Numbers {
  private static final double WHOLE_FROM = 100;
  private static final double ONE_DIGIT_FROM = 10;
  private static final double TWO_DIGITS_FROM = 1;

  private Numbers() {}

  /** The number with as many decimals as its size deserves. */
  public static String text(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "-";
    }
    if (value == Math.rint(value) || size >= WHOLE_FROM) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size >= ONE_DIGIT_FROM) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(Locale.ROOT, size >= TWO_DIGITS_FROM ? "%.2f" : "%.3f", value);
  }
}
