package dev.offsession.notifier.prompting.http;

import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.CustomerLinks.Answer;
import dev.offsession.notifier.prompting.domain.PushSubscription;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** payment-collector's answer: a link, and everything about reaching its customer. */
record IssuedLink(
    @Nullable String url,
    @Nullable String expiresAt,
    @Nullable Person contact,
    @Nullable List<Device> pushSubscriptions,
    boolean onPage,
    @Nullable String preferencesUrl) {

  static Answer unreadable() {
    return new Answer.Unavailable("collector_answer_unreadable");
  }

  Answer read() {
    if (contact == null || contact.email() == null || url == null || expiresAt == null) {
      return unreadable();
    }
    try {
      var link = new CustomerLink(URI.create(url), Instant.parse(expiresAt));
      return new Answer.Issued(link, contact(contact, contact.email()), onPage);
    } catch (IllegalArgumentException | DateTimeException _) {
      return unreadable();
    }
  }

  private Contact contact(Person person, String email) {
    return new Contact(
        email,
        person.name(),
        person.language(),
        person.zone(),
        person.remindersMuted(),
        preferences(),
        devices());
  }

  /** An address that goes into a header: anything but a plain web address is left out. */
  private @Nullable URI preferences() {
    if (preferencesUrl == null) {
      return null;
    }
    var page = URI.create(preferencesUrl);
    return "https".equals(page.getScheme()) || "http".equals(page.getScheme()) ? page : null;
  }

  /** A device without its keys cannot be written to, and keeps no other from being so. */
  private List<PushSubscription> devices() {
    return Stream.ofNullable(pushSubscriptions)
        .flatMap(List::stream)
        .map(Device::read)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "IssuedLink[]";
  }

  record Device(
      @Nullable String id,
      @Nullable String endpoint,
      @Nullable String p256dh,
      @Nullable String auth) {
    Optional<PushSubscription> read() {
      return id == null || endpoint == null || p256dh == null || auth == null
          ? Optional.empty()
          : Optional.of(new PushSubscription(id, endpoint, p256dh, auth));
    }

    @Override
    public String toString() {
      return "Device[]";
    }
  }

  record Person(
      @Nullable String email,
      @Nullable String name,
      @Nullable String locale,
      @Nullable String timeZone,
      boolean remindersMuted) {
    Locale language() {
      return Locale.forLanguageTag(locale == null ? "en" : locale);
    }

    /** An unknown zone costs the customer the local time, not the message. */
    ZoneId zone() {
      try {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
      } catch (DateTimeException _) {
        return ZoneOffset.UTC;
      }
    }

    @Override
    public String toString() {
      return "Person[]";
    }
  }
}
