package dev.offsession.benchmarks.regression;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.benchmarks.suite.WorkPerUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures processor time, never time of the clock, and only against a baseline in the same run, so
 * that neither a slow nor a busy machine changes the verdict. What looks worse is measured again.
 */
public final class RegressionCheck {
  private static final String WEBHOOK = "webhook_cpu_against_ceiling";
  private static final String CHARGE = "charge_cpu_against_naive";

  private final Bed bed;
  private final Score score;
  private final Committed committed;

  /** On running parts. */
  public RegressionCheck(Bed bed, Score score) {
    this.bed = bed;
    this.score = score;
    this.committed = Committed.in(bed.root());
  }

  /**
   * Measures and judges.
   *
   * @param accept write the ratios down instead
   * @return whether nothing has become worse
   */
  public boolean run(boolean accept) {
    if (accept) {
      Map<String, Double> ratios = new TreeMap<>();
      Stream.of(WEBHOOK, CHARGE).forEach(name -> ratios.put(name, measure(name)));
      committed.write(ratios);
      score.say("Written down: %s".formatted(ratios));
      return true;
    }
    return List.of(WEBHOOK, CHARGE).stream().filter(this::isWorse).toList().isEmpty();
  }

  private boolean isWorse(String name) {
    Figure figure = figure(name);
    if (figure.isWorse()) {
      score.say("Once more, to be sure");
      figure = figure(name);
    }
    return figure.isWorse();
  }

  private Figure figure(String name) {
    Figure figure = new Figure(name, measure(name), committed.ratio(name));
    score.say("%s".formatted(figure.text()));
    return figure;
  }

  private double measure(String name) {
    WorkPerUnit work = new WorkPerUnit(bed, score);
    Spread ratios = name.equals(WEBHOOK) ? work.webhookAgainstCeiling() : work.chargeAgainstNaive();
    score.say(
        "  %s: %.2f (%.2f to %.2f)".formatted(name, ratios.median(), ratios.min(), ratios.max()));
    return ratios.median();
  }
}
