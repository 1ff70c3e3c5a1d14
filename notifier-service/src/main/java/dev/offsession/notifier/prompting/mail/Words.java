package dev.offsession.notifier.prompting.mail;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Our sentences in one reader's language: Japanese, and English for everybody else. Numbers and
 * dates follow the same language.
 */
final class Words {
  private static final Locale FALLBACK = Locale.US;

  private final Locale locale;
  private final ResourceBundle bundle;

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "mail/words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The words for a reader who asked for this locale. */
  static Words in(Locale asked) {
    return switch (asked.getLanguage()) {
      case "ja" -> new Words(Locale.JAPAN);
      case "en" -> new Words(asked.getCountry().isEmpty() ? FALLBACK : asked);
      default -> new Words(FALLBACK);
    };
  }

  Locale locale() {
    return locale;
  }

  /** Language tag for the document. */
  String language() {
    return locale.getLanguage();
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The sentence with its gaps filled. */
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** A moment in the reader's own time zone, with the zone's name. */
  String moment(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(bundle.getString("format.moment"), locale)
        .format(instant.atZone(zone));
  }

  /** A day in the reader's own time zone. */
  String day(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(bundle.getString("format.day"), locale)
        .format(instant.atZone(zone));
  }
}
