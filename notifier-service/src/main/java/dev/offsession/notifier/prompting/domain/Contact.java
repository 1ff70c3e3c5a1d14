package dev.offsession.notifier.prompting.domain;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer: held in memory while a message is written, never stored, never logged.
 *
 * @param name null when the merchant gave none
 * @param locale language, and region where known, for words, numbers and dates
 * @param timeZone for deadlines and quiet hours
 * @param remindersMuted the customer wants first prompts only
 * @param preferences page where reminders are muted and push is switched off; null when there is
 *     none
 * @param pushSubscriptions devices with notifications allowed
 */
public record Contact(
    String email,
    @Nullable String name,
    Locale locale,
    ZoneId timeZone,
    boolean remindersMuted,
    @Nullable URI preferences,
    List<PushSubscription> pushSubscriptions) {
  public Contact {
    pushSubscriptions = List.copyOf(pushSubscriptions);
  }

  /** This contact with no device to push to. */
  public Contact withoutPush() {
    return new Contact(email, name, locale, timeZone, remindersMuted, preferences, List.of());
  }

  /** Says nothing about the person, so that it may end up in a log by mistake. */
  @Override
  public String toString() {
    return "Contact[" + locale.toLanguageTag() + "]";
  }
}
