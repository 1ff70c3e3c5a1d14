package dev.offsession.notifier.prompting.domain;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A colour of a page or a mail.
 *
 * @param hex such as #1f4fbf
 */
public record Colour(String hex) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  public Colour {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is written like #1f4fbf");
    }
  }

  /** Contrast of white text on this colour, from 1 to 21 (WCAG 2.2, contrast ratio). */
  public double contrastWithWhite() {
    return 1.05 / (luminance() + 0.05);
  }

  private double luminance() {
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * linear(i)).sum();
  }

  private double linear(int channel) {
    var start = 1 + 2 * channel;
    var value = Integer.parseInt(hex.substring(start, start + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
