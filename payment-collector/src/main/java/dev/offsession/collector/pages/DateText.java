package dev.offsession.collector.pages;

import static java.time.format.FormatStyle.FULL;
import static java.time.format.FormatStyle.SHORT;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as customers read them, in their own time zone. */
public final class DateText {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (z)", Locale.ENGLISH);
  private static final DateTimeFormatter JAPANESE =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E) H:mm", Locale.JAPANESE);

  private DateText() {}

  /** Such as {@code Monday, 30 November 2026, 18:00 (JST)} or {@code 2026年11月30日(月) 18:00}. */
  public static String of(Instant moment, ZoneId zone, Locale language) {
    var format =
        switch (language.getLanguage()) {
          case "ja" -> JAPANESE;
          case "en" -> ENGLISH;
          default -> DateTimeFormatter.ofLocalizedDateTime(FULL, SHORT).withLocale(language);
        };
    return format.format(moment.atZone(zone));
  }
}
