package dev.offsession.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** All goals: the table {@code goals.csv}. */
public final class Goals {
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final List<Goal> ALL = read();

  private Goals() {}

  /** The goal of a result: the one with the longest id that the result's id begins with. */
  public static Goal of(String resultId) {
    return ALL.stream()
        .filter(goal -> goal.covers(resultId))
        .max(Comparator.comparingInt(goal -> goal.id().length()))
        .orElseThrow(() -> new IllegalArgumentException("No goal is written down for " + resultId));
  }

  private static List<Goal> read() {
    try (InputStream in = Goals.class.getResourceAsStream("goals.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Goals::goal)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Goal goal(String line) {
    List<String> cells = List.of(BAR.split(line));
    return new Goal(
        cells.get(0),
        cells.get(1).equals(">="),
        Double.parseDouble(cells.get(2)),
        cells.get(3),
        cells.get(4));
  }
}
