package dev.offsession.benchmarks.report;

import java.util.List;

/**
 * How one or more figures grow with something.
 *
 * @param name short, also of its file
 * @param logarithmic whether x rises by factors
 */
public record Curve(
    String name,
    String title,
    String xLabel,
    String yLabel,
    boolean logarithmic,
    List<Line> lines) {

  /** One figure. */
  public record Line(String label, List<Point> points) {}

  /** One measurement. */
  public record Point(double x, double y) {}
}
