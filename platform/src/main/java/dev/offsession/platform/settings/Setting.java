package dev.offsession.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks for the compact constructors of settings records. Each throws {@link SettingException}
 * with a sentence that names the property.
 */
public final class Setting {

  private Setting() {}

  /** The value without surrounding blanks; missing or blank is refused. */
  public static String required(String property, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw SettingException.missing(property);
    }
    return value.strip();
  }

  /** The value; null is refused. */
  public static <T> T present(String property, @Nullable T value) {
    if (value == null) {
      throw SettingException.missing(property);
    }
    return value;
  }

  /** An absolute http or https address without a slash at its end. */
  public static String httpUrl(String property, @Nullable String value) {
    String text = required(property, value);
    if (!isHttp(text)) {
      throw SettingException.wrong(property, "must be an address that starts with http or https");
    }
    return text.replaceAll("/+$", "");
  }

  /** A length of time above zero. */
  public static Duration positive(String property, @Nullable Duration value) {
    Duration duration = present(property, value);
    if (!duration.isPositive()) {
      throw SettingException.wrong(property, "must be longer than zero, such as 30s");
    }
    return duration;
  }

  /** A number above zero. */
  public static int positive(String property, int value) {
    if (value <= 0) {
      throw SettingException.wrong(property, "must be a number above 0");
    }
    return value;
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
