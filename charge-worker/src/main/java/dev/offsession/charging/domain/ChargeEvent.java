package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * News of a charge for the world outside.
 *
 * @param sequence 1 for the first event of a charge and one more for each later one
 * @param at when it happened, UTC
 * @param intent the charge's intent, once there is one
 * @param card the payment method tried last
 * @param deadline when the charge gives up, UTC; of a rejected request only what it said itself
 */
public record ChargeEvent(
    long sequence,
    Instant at,
    Optional<PaymentIntentId> intent,
    Optional<Card> card,
    Optional<Instant> deadline,
    What what) {

  /** What happened. */
  public sealed interface What {
    /** Taken in and stored. */
    record Accepted() implements What {}

    /** The money was collected. */
    record Succeeded(Optional<StripeChargeId> charge, long receivedMinor) implements What {}

    /** Stripe works on it. */
    record Processing() implements What {}

    /** The bank wants the customer. */
    record AuthenticationRequired(Decline decline, CustomerMessage tell) implements What {}

    /** The customer must give another card. */
    record PaymentMethodRequired(Decline decline, CustomerMessage tell) implements What {}

    /** Tried again by itself. */
    record RetryScheduled(Decline decline, CustomerMessage tell, Instant retryAt, int attempt)
        implements What {}

    /** Given up. */
    record Failed(Decline decline, CustomerMessage tell) implements What {}

    /** Canceled before payment. */
    record Canceled(String reason) implements What {}

    /** The deadline passed. */
    record Expired() implements What {}

    /** Invalid. */
    record Rejected(Rejection rejection) implements What {}

    /** True for the one event that ends a charge. */
    default boolean isFinal() {
      return switch (this) {
        case Succeeded _, Failed _, Canceled _, Expired _, Rejected _ -> true;
        case Accepted _,
            Processing _,
            AuthenticationRequired _,
            PaymentMethodRequired _,
            RetryScheduled _ ->
            false;
      };
    }
  }
}
