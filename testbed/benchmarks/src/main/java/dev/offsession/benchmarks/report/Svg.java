package dev.offsession.benchmarks.report;

import java.util.Locale;

/** Writes the few shapes of SVG that plots need. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height) {
    text.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-family=\"system-ui, sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n")
            .formatted(width, height, width, height));
  }

  Svg line(double x1, double y1, double x2, double y2, String color) {
    return add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
            x1,
            y1,
            x2,
            y2,
            color));
  }

  Svg bar(double x, double y, double width, double height, String color) {
    return add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
            x,
            y,
            width,
            height,
            color));
  }

  Svg dot(double x, double y, String color) {
    return add(
        String.format(
            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, color));
  }

  Svg path(String points, String color) {
    return add(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
            points,
            color));
  }

  /**
   * @param anchor start, middle or end
   */
  Svg label(double x, double y, String anchor, String words) {
    return add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\">%s</text>",
            x,
            y,
            anchor,
            escape(words)));
  }

  Svg title(double x, double y, String words) {
    return add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"15\" font-weight=\"600\" fill=\"#222\">%s</text>",
            x,
            y,
            escape(words)));
  }

  String end() {
    return text + "</svg>\n";
  }

  static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Svg add(String shape) {
    text.append(shape).append('\n');
    return this;
  }
}
