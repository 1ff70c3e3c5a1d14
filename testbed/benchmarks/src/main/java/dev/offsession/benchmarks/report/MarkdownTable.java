package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.measure.Machine;
import java.util.TreeMap;

/** The results as a table to be pasted into {@code docs/benchmarks.md}. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /** The machine, the table, what was not run, what was busy. */
  public static String of(Score score, Machine machine) {
    StringBuilder text = new StringBuilder();
    text.append(machine.text()).append("\n\n");
    text.append("| Id | What | Measured | min – max | Goal | | |\n|---|---|---|---|---|---|---|\n");
    score.results().forEach(result -> text.append(row(result)));
    new TreeMap<>(score.notRun())
        .forEach((id, why) -> text.append("| %s | not run: %s | | | | | |\n".formatted(id, why)));
    text.append('\n');
    score.remarks().forEach(remark -> text.append("- ").append(remark).append('\n'));
    return text.toString();
  }

  private static String row(Result result) {
    return "| %s | %s | %s %s | %s | %s | %s | %s |\n"
        .formatted(
            result.id(),
            result.goal().what(),
            Numbers.text(result.measured().median()),
            result.goal().unit(),
            spread(result),
            result.goal().text(),
            result.isMet() ? "met" : "**" + result.verdict() + "**",
            result.counts() ? result.note() : result.broken());
  }

  private static String spread(Result result) {
    return result.measured().min() == result.measured().max()
        ? ""
        : Numbers.text(result.measured().min()) + " – " + Numbers.text(result.measured().max());
  }
}
