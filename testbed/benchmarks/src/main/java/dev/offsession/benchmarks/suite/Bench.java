package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.report.Score;

/** One question about speed, answered on a running bed. */
public interface Bench {
  /** Measures and adds its figures; starts and ends the programs that it measures. */
  void run(Bed bed, Plan plan, Score score);
}
