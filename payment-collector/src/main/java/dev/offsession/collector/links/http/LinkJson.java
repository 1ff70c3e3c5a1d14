package dev.offsession.collector.links.http;

import dev.offsession.collector.customers.domain.PushSubscription;
import dev.offsession.collector.customers.domain.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What notifier-service gets for a prompt. All of it secret or personal: none of it prints. */
final class LinkJson {
  private LinkJson() {}

  /**
   * @param onPage the customer has a page of this charge open right now
   * @param preferencesUrl where the customer mutes reminders and switches push messages off
   */
  record Body(
      String linkId,
      String url,
      Instant expiresAt,
      Contact contact,
      List<Subscription> pushSubscriptions,
      boolean onPage,
      String preferencesUrl) {

    @Override
    public String toString() {
      return "Body[" + linkId + "]";
    }
  }

  record Contact(
      String email, @Nullable String name, String locale, String timeZone, boolean remindersMuted) {

    static Contact of(dev.offsession.collector.customers.domain.Contact contact, Reach reach) {
      return new Contact(
          contact.email(),
          contact.name(),
          contact.locale().toLanguageTag(),
          contact.timeZone().getId(),
          reach.remindersMuted());
    }

    @Override
    public String toString() {
      return "Contact[" + locale + "]";
    }
  }

  record Subscription(String id, String endpoint, String p256dh, String auth) {
    static Subscription of(PushSubscription subscription) {
      return new Subscription(
          subscription.id(), subscription.endpoint(), subscription.p256dh(), subscription.auth());
    }

    @Override
    public String toString() {
      return "Subscription[" + id + "]";
    }
  }
}
