package dev.offsession.benchmarks.report;

import java.util.List;

/**
 * All figures as bars of how well each does against its goal: to the right of the line is better
 * than asked for, on a scale of factors.
 */
final class GoalPlot {
  private static final int WIDTH = 900;
  private static final int ROW = 22;
  private static final int MIDDLE = 520;
  private static final int PER_DOUBLING = 70;
  private static final int MOST_DOUBLINGS = 4;

  private GoalPlot() {}

  static String of(List<Result> results) {
    int height = 60 + ROW * results.size();
    Svg svg =
        new Svg(WIDTH, height)
            .title(
                20,
                24,
                "Against the goal: right of the line is better; one step is a factor of two");
    for (int i = 0; i < results.size(); i++) {
      row(svg, results.get(i), 50 + ROW * i);
    }
    return svg.line(MIDDLE, 36, MIDDLE, height - 10, "#222").end();
  }

  private static void row(Svg svg, Result result, int y) {
    double length = PER_DOUBLING * Math.clamp(doublings(result), -MOST_DOUBLINGS, MOST_DOUBLINGS);
    String color = result.isMet() ? "#2b8a3e" : result.counts() ? "#c4541b" : "#999";
    svg.label(20, y + 11, "start", result.id())
        .label(
            210,
            y + 11,
            "start",
            "%s %s (%s)"
                .formatted(
                    Numbers.text(result.measured().median()),
                    result.goal().unit(),
                    result.goal().text()))
        .bar(Math.min(MIDDLE, MIDDLE + length), y, Math.max(2, Math.abs(length)), ROW - 8, color);
  }

  private static double doublings(Result result) {
    double measured = Math.max(result.measured().median(), 1e-9);
    double goal = Math.max(result.goal().value(), 1e-9);
    double factor = result.goal().atLeast() ? measured / goal : goal / measured;
    return Double.isNaN(factor) ? 0 : Math.log(factor) / Math.log(2);
  }
}
