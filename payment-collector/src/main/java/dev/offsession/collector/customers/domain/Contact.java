package dev.offsession.collector.customers.domain;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer. Personal data: it lives in this service's store and nowhere else.
 *
 * @param locale the language of pages and mails
 * @param timeZone where the customer's day and night are
 */
public record Contact(String email, @Nullable String name, Locale locale, ZoneId timeZone) {
  /** Leaves the address out, so that no log can hold it by accident. */
  @Override
  public String toString() {
    return "Contact[" + locale.toLanguageTag() + ", " + timeZone + "]";
  }
}
