package dev.offsession.collector.links.domain;

import dev.offsession.collector.customers.domain.CustomerReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link sent to one customer for one purpose. Opening it changes nothing; it ends by time or by
 * revocation.
 *
 * @param requestId the charge it is about; null for a capture session without a charge
 * @param paymentIntentId the payment to finish; always set for {@link LinkPurpose#PAY}
 * @param setupIntentId the act of saving a card, once begun; only for {@link LinkPurpose#SETUP}
 * @param returnUrl where the merchant's page wants the customer back
 * @param approvals how often the customer started to approve the saved card
 * @param end why it was revoked; null while it is good
 */
public record Link(
    String id,
    LinkPurpose purpose,
    CustomerReference customer,
    @Nullable String requestId,
    @Nullable String paymentIntentId,
    @Nullable String setupIntentId,
    @Nullable String returnUrl,
    Instant createdAt,
    Instant expiresAt,
    int approvals,
    @Nullable LinkEnd end) {

  /** Refuses a pay link without a payment. */
  public Link {
    if (purpose == LinkPurpose.PAY && paymentIntentId == null) {
      throw new IllegalArgumentException("a pay link needs its payment intent");
    }
  }

  /** Whether its time has passed; the moment itself counts as passed. */
  public boolean hasExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whether the page may still act: neither expired nor revoked. */
  public boolean isOpen(Instant now) {
    return end == null && !hasExpired(now);
  }
}
