package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.measure.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One page that needs nothing else: the bars, the curves and the table. */
public final class HtmlPage {
  private HtmlPage() {}

  /** Writes the page. */
  public static void write(Path file, Score score, Machine machine) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Offsession benchmarks</title>
        <style>body { font-family: system-ui, sans-serif; margin: 2em auto; max-width: 960px }
        pre { overflow-x: auto }</style>
        <h1>Offsession benchmarks</h1>
        """);
    page.append("<p>").append(Svg.escape(machine.text())).append("</p>\n");
    page.append(GoalPlot.of(score.results()));
    score.curves().forEach(curve -> page.append(CurvePlot.of(curve)));
    page.append("<pre>\n").append(Svg.escape(TextTable.of(score))).append("</pre>\n</html>\n");
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
