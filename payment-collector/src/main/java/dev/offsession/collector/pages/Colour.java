package dev.offsession.collector.pages;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour, and how well it can be told from another: w3.org/TR/WCAG22/#dfn-contrast-ratio.
 *
 * @param red 0 to 255, as are the others
 */
record Colour(int red, int green, int blue) {
  static final Colour WHITE = new Colour(255, 255, 255);
  private static final Pattern SHAPE = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int STEPS = 20;

  static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Reads {@code #rrggbb}. */
  static Colour of(String text) {
    var all = Integer.parseInt(text.substring(1), 16);
    return new Colour(all >> 16, (all >> 8) & 0xff, all & 0xff);
  }

  /** From 1, the same, to 21, black on white. */
  double contrastTo(Colour other) {
    var lighter = Math.max(luminance(), other.luminance());
    var darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The nearest lighter shade that reaches the contrast on this ground. */
  Colour lightenedOn(Colour ground, double contrast) {
    var shade = this;
    for (int step = 1; step <= STEPS && shade.contrastTo(ground) < contrast; step++) {
      shade = mixed(WHITE, (double) step / STEPS);
    }
    return shade;
  }

  /** A shade on the way to another colour. */
  Colour mixed(Colour other, double part) {
    return new Colour(
        between(red, other.red, part),
        between(green, other.green, part),
        between(blue, other.blue, part));
  }

  String css() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    var part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
