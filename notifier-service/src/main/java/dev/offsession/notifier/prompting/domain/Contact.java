package dev.offsession.notifier.prompting.domain;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer: held in memory while a message is written, never stored, never logged.
 *
 * @param name null when the merchant gave none
 * @param locale language, and region where known, for words, numbers and dates
 * @param timeZone for deadlines
 */
public record Contact(String email, @Nullable String name, Locale locale, ZoneId timeZone) {
  /** Says nothing about the person, so that it may end up in a log by mistake. */
  @Override
  public String toString() {
    return "Contact[" + locale.toLanguageTag() + "]";
  }
}
