package dev.offsession.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Latencies with three significant digits up to two minutes. Record them from the moment at which
 * something was meant to begin, so that a stall counts for everything that had to wait behind it.
 */
public final class Latencies {
  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final int DIGITS = 3;

  private final Histogram histogram = new ConcurrentHistogram(HIGHEST_NANOS, DIGITS);

  /** Records one; may be called by several threads. */
  public void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
  }

  /** How many were recorded. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** In milliseconds; not a number when nothing was recorded. */
  public double percentileMillis(double percentile) {
    return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1e6;
  }

  /** Half of all are faster. */
  public double p50() {
    return percentileMillis(50);
  }

  /** One in a hundred is slower. */
  public double p99() {
    return percentileMillis(99);
  }
}
