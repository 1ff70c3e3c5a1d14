package dev.offsession.notifier.prompting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt says about its charge. No personal data: the customer is a reference only.
 *
 * @param paymentIntentId Stripe's intent; null while no attempt could be made
 * @param description what the charge is for; null when upstream gave none
 * @param card the card tried last; null before the first attempt
 * @param customerMessageKey which decline text may be shown; null when nothing was declined
 * @param deadline when the charge gives up; null when it never does
 */
public record ChargeFacts(
    String customerReference,
    @Nullable String paymentIntentId,
    Money amount,
    @Nullable String description,
    @Nullable Card card,
    @Nullable String customerMessageKey,
    Instant occurredAt,
    @Nullable Instant deadline) {

  /** A card in the parts that may be shown; brand and digits are null where Stripe gave none. */
  public record Card(String paymentMethodId, @Nullable String brand, @Nullable String last4) {}

  /** The payment method tried last; null before the first attempt. */
  public @Nullable String paymentMethodId() {
    return card == null ? null : card.paymentMethodId();
  }
}
