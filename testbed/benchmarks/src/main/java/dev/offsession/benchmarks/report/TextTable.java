package dev.offsession.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results as an aligned table, one line for each figure. */
public final class TextTable {
  private static final String ROW = "%-22s %-66s %10s  %-10s %-8s %-7s  %s%n";

  private TextTable() {}

  /** The table, then what was not run, then what a reader must know. */
  public static String of(Score score) {
    StringBuilder text = new StringBuilder();
    text.append(ROW.formatted("id", "what", "measured", "goal", "unit", "", "min - max"));
    for (Result result : score.results()) {
      text.append(row(result));
    }
    notRun(text, score.notRun());
    List<String> notes = new ArrayList<>(score.remarks());
    score.results().stream()
        .filter(result -> !result.note().isEmpty())
        .map(result -> result.id() + ": " + result.note())
        .forEach(notes::add);
    if (!notes.isEmpty()) {
      text.append("\n");
      notes.forEach(note -> text.append("- ").append(note).append('\n'));
    }
    return text.toString();
  }

  private static String row(Result result) {
    return ROW.formatted(
        result.id(),
        result.goal().what(),
        Numbers.text(result.measured().median()),
        result.goal().text(),
        result.goal().unit(),
        result.verdict(),
        spread(result));
  }

  private static String spread(Result result) {
    if (!result.counts()) {
      return result.broken();
    }
    return result.measured().min() == result.measured().max()
        ? ""
        : Numbers.text(result.measured().min()) + " - " + Numbers.text(result.measured().max());
  }

  private static void notRun(StringBuilder text, Map<String, String> notRun) {
    new TreeMap<>(notRun)
        .forEach((id, why) -> text.append("%-22s not run: %s%n".formatted(id, why)));
  }
}
