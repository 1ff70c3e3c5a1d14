package dev.offsession.collector.pages;

/** The merchant's colour as a small style sheet: readable in light and in dark. */
final class BrandStyle {
  private static final Colour DARK_SHEET = Colour.of("#191e27");
  private static final Colour BLACK = new Colour(0, 0, 0);

  /** Enough to reach 4.5 on the soft shades of the same colour, too. */
  private static final double READABLE_IN_THE_DARK = 6.5;

  private static final double READABLE = 5.0;

  private BrandStyle() {}

  static String of(Colour accent) {
    var strong = accent.mixed(BLACK, 0.22);
    var light = accent.lightenedOn(DARK_SHEET, READABLE_IN_THE_DARK);
    var lightStrong = light.mixed(Colour.WHITE, 0.3);
    return "%s @media (prefers-color-scheme: dark) { %s }"
        .formatted(rule(accent, strong, Colour.WHITE), rule(light, lightStrong, on(light)));
  }

  /** Text on a light shade is dark, on a dark one white. */
  private static Colour on(Colour ground) {
    return ground.contrastTo(Colour.WHITE) >= READABLE ? Colour.WHITE : Colour.of("#0d1420");
  }

  private static String rule(Colour accent, Colour strong, Colour on) {
    return ":root { --accent: %s; --accent-strong: %s; --on-accent: %s; }"
        .formatted(accent.css(), strong.css(), on.css());
  }
}
