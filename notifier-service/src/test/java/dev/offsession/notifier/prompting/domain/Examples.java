package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.Ended;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Charges, prompts and customers for tests. */
public final class Examples {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public static final RequestId ORDER = new RequestId("ord_17");

  private static final URI PREFERENCES = URI.create("https://pay.example/preferences/Pr3f-token");

  private Examples() {}

  public static ChargeFacts aCharge() {
    return charge(new Money(1200, "jpy"), "pm_saved");
  }

  public static ChargeFacts charge(Money amount, @Nullable String paymentMethodId) {
    return new ChargeFacts(
        "cust_42",
        "pi_1",
        amount,
        "Subscription for December",
        paymentMethodId == null ? null : new ChargeFacts.Card(paymentMethodId, "visa", "3184"),
        null,
        NOON,
        Instant.parse("2026-11-30T09:00:00Z"));
  }

  public static ChargeFacts declined(String messageKey) {
    var charge = aCharge();
    return new ChargeFacts(
        charge.customerReference(),
        charge.paymentIntentId(),
        charge.amount(),
        charge.description(),
        charge.card(),
        messageKey,
        charge.occurredAt(),
        charge.deadline());
  }

  public static ChargeFacts withoutSavedCard() {
    return new ChargeFacts(
        "cust_42", null, new Money(1200, "jpy"), null, null, "no_payment_method", NOON, null);
  }

  public static CustomerNeeded bankWantsCustomer(long sequence) {
    return new CustomerNeeded(ORDER, sequence, PromptKind.AUTHENTICATE, aCharge());
  }

  public static CustomerNeeded newCardNeeded(long sequence) {
    return new CustomerNeeded(ORDER, sequence, PromptKind.NEW_PAYMENT_METHOD, aCharge());
  }

  public static Ended paid(long sequence) {
    return new Ended(ORDER, sequence, "charge_succeeded", PromptKind.RECEIPT, aCharge());
  }

  public static Ended failed(long sequence) {
    return new Ended(ORDER, sequence, "charge_failed", PromptKind.PAYMENT_FAILED, aCharge());
  }

  public static CustomerNotNeeded canceled(long sequence) {
    return new CustomerNotNeeded(ORDER, sequence, "charge_canceled");
  }

  public static Prompt aPrompt() {
    return aPrompt(PromptKind.AUTHENTICATE, aCharge());
  }

  public static Prompt aPrompt(PromptKind kind, ChargeFacts facts) {
    return Prompt.due(new PromptId(ORDER, Occasion.of(2), 0, Channel.EMAIL), kind, facts, NOON);
  }

  /** A reminder, already due. */
  public static Prompt aReminder(Tone tone) {
    return aPrompt().next(tone == Tone.LAST_REMINDER ? 3 : 1, tone, NOON);
  }

  public static Contact customer(Locale locale) {
    return contact("hanako@example.com", "山田 花子", locale, "Asia/Tokyo");
  }

  public static Contact contact(
      String email, @Nullable String name, Locale locale, String timeZone) {
    return new Contact(email, name, locale, ZoneId.of(timeZone), false, PREFERENCES, List.of());
  }

  public static Contact withDevices(Contact contact, PushSubscription... devices) {
    return new Contact(
        contact.email(),
        contact.name(),
        contact.locale(),
        contact.timeZone(),
        contact.remindersMuted(),
        contact.preferences(),
        List.of(devices));
  }

  public static Contact muted(Contact contact) {
    return new Contact(
        contact.email(),
        contact.name(),
        contact.locale(),
        contact.timeZone(),
        true,
        contact.preferences(),
        contact.pushSubscriptions());
  }

  public static PushSubscription aDevice() {
    return new PushSubscription("psub_1", "https://push.example/1", "key", "auth");
  }

  public static Brand brand(String shop) {
    return new Brand(shop, null, "help@momiji.example", null, new Colour("#1f4fbf"));
  }

  public static CustomerLink aLink() {
    return new CustomerLink(
        URI.create("https://pay.example/pay/Zq3-token_0?a=1&b=2"),
        Instant.parse("2026-11-30T12:00:00Z"));
  }
}
