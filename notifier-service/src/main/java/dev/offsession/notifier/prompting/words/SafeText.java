package dev.offsession.notifier.prompting.words;

import java.util.regex.Pattern;

/** Makes text from outside fit for one line of a message: no line break, no invisible control. */
public final class SafeText {
  /** Controls, line and paragraph separators, and format characters such as bidi overrides. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\uFFF9-\\uFFFB]+");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

  private SafeText() {}

  /** The text on one line, spaces collapsed; each run of invisible characters becomes one space. */
  public static String oneLine(String text) {
    var visible = INVISIBLE.matcher(text).replaceAll(" ");
    return SPACES.matcher(visible).replaceAll(" ").strip();
  }

  /** At most {@code lengthMax} characters as a person counts them; cut text ends in an ellipsis. */
  public static String shortened(String text, int lengthMax) {
    if (text.codePointCount(0, text.length()) <= lengthMax) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, lengthMax - 1)).stripTrailing() + "…";
  }
}
