package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.measure.Spread;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what the benchmarks find, and says it while they run. */
public final class Score {
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private final List<Result> results = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final Map<String, String> notRun = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /** Says it here. */
  public Score(PrintStream out) {
    this.out = out;
  }

  /** What is being done now. */
  public void say(String text) {
    out.printf("%3d:%02d  %s%n", seconds() / 60, seconds() % 60, text);
    out.flush();
  }

  /** A figure. */
  public void add(String id, double measured, String note) {
    add(id, Spread.of(measured), note, List.of());
  }

  /** A figure of several rounds. */
  public void add(String id, Spread measured, String note) {
    add(id, measured, note, List.of());
  }

  /**
   * A figure of several rounds, and what the ledger of these rounds complains of.
   *
   * @param complaints empty when the ledger is exact; else the figure is void
   */
  public void add(String id, Spread measured, String note, List<String> complaints) {
    Result result = Result.of(id, measured, note);
    Result judged = complaints.isEmpty() ? result : result.brokenBy(String.join("; ", complaints));
    results.add(judged);
    say(
        "  %-24s %10s %-8s goal %-9s %s%s"
            .formatted(
                id,
                Numbers.text(measured.median()),
                judged.goal().unit(),
                judged.goal().text(),
                judged.verdict(),
                judged.counts() ? "" : ": " + judged.broken()));
  }

  /** A goal that this run does not measure, and why. */
  public void notRun(String id, String why) {
    notRun.put(id, why);
    say("  %-24s not run: %s".formatted(id, why));
  }

  /** Something a reader of the figures must know, such as what was busy. */
  public void remark(String text) {
    remarks.add(text);
    say("  (%s)".formatted(text));
  }

  /** How a figure grows with something. */
  public void curve(Curve curve) {
    curves.add(curve);
  }

  /** The figure of this id, when it was measured and counts. */
  public Optional<Double> measured(String id) {
    return results.stream()
        .filter(result -> result.id().equals(id) && result.counts())
        .map(result -> result.measured().median())
        .findFirst();
  }

  /** All figures in the order in which they were found. */
  public List<Result> results() {
    return List.copyOf(results);
  }

  /** All curves. */
  public List<Curve> curves() {
    return List.copyOf(curves);
  }

  /** Goals without a figure, with the reason. */
  public Map<String, String> notRun() {
    return Map.copyOf(notRun);
  }

  /** What a reader must know. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Whether every ledger was exact. */
  public boolean isExact() {
    return results.stream().allMatch(Result::counts);
  }

  /** Seconds since the run began. */
  public long seconds() {
    return (System.nanoTime() - begin) / 1_000_000_000L;
  }
}
