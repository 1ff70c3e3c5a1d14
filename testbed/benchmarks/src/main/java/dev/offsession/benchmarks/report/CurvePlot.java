package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.report.Curve.Line;
import dev.offsession.benchmarks.report.Curve.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A curve as SVG; the y axis begins at zero, so that flat looks flat. */
public final class CurvePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 60;
  private static final int BOTTOM = 50;
  private static final int STEPS = 4;
  private static final List<String> COLORS = List.of("#2a6fdb", "#c4541b", "#2b8a3e", "#8e44ad");

  private final Curve curve;
  private final double xMin;
  private final double xMax;
  private final double yMax;

  private CurvePlot(Curve curve) {
    this.curve = curve;
    this.xMin = all(Point::x).min().orElse(0);
    this.xMax = all(Point::x).max().orElse(1);
    this.yMax = Math.max(all(Point::y).max().orElse(1) * 1.15, 1e-9);
  }

  /** The plot. */
  public static String of(Curve curve) {
    return new CurvePlot(curve).draw();
  }

  private java.util.stream.DoubleStream all(ToDoubleFunction<Point> axis) {
    return curve.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(axis);
  }

  private String draw() {
    Svg svg = new Svg(WIDTH, HEIGHT).title(LEFT, 22, curve.title());
    axes(svg);
    for (int i = 0; i < curve.lines().size(); i++) {
      line(svg, curve.lines().get(i), i);
    }
    return svg.end();
  }

  private void axes(Svg svg) {
    svg.label(LEFT, 40, "start", curve.yLabel())
        .label(WIDTH - RIGHT, HEIGHT - 10, "end", curve.xLabel());
    for (int step = 0; step <= STEPS; step++) {
      double value = yMax * step / STEPS;
      svg.line(LEFT, y(value), WIDTH - RIGHT, y(value), "#ddd")
          .label(LEFT - 8, y(value) + 4, "end", Numbers.text(value));
    }
    curve
        .lines()
        .getFirst()
        .points()
        .forEach(point ->
            svg.label(x(point.x()), HEIGHT - BOTTOM + 18, "middle", Numbers.text(point.x())));
  }

  private void line(Svg svg, Line line, int number) {
    String color = COLORS.get(number % COLORS.size());
    svg.path(
        line.points().stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
            .collect(Collectors.joining(" ")),
        color);
    line.points().forEach(point -> svg.dot(x(point.x()), y(point.y()), color));
    double left = LEFT + 190.0 * number;
    svg.bar(left, TOP - 12, 10, 10, color).label(left + 15, TOP - 3, "start", line.label());
  }

  private double x(double value) {
    double share =
        curve.logarithmic()
            ? Math.log(Math.max(value, 1) / Math.max(xMin, 1)) / Math.log(xMax / Math.max(xMin, 1))
            : (value - xMin) / (xMax - xMin);
    return LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * (Double.isFinite(share) ? share : 0);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / yMax;
  }
}
