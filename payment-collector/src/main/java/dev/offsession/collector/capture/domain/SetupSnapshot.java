package dev.offsession.collector.capture.domain;

import dev.offsession.collector.cards.CardFace;
import org.jspecify.annotations.Nullable;

/**
 * A SetupIntent as Stripe describes it now.
 *
 * @param errorCode why the latest attempt failed
 * @param declineCode the issuer's reason, where there is one
 */
public record SetupSnapshot(
    String id,
    Status status,
    @Nullable String stripeCustomerId,
    @Nullable CardFace card,
    @Nullable String errorCode,
    @Nullable String declineCode) {

  /** Stripe's statuses of a SetupIntent: docs.stripe.com/api/setup_intents. */
  public enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    CANCELED,
    SUCCEEDED
  }
}
