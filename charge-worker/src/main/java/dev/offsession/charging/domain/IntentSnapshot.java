package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A PaymentIntent as Stripe showed it, in plain values.
 *
 * @param status Stripe's own word
 * @param amountMinor amount asked for, in minor units
 * @param requestId our request's id in its metadata; empty for intents of other systems
 * @param latestCharge the last try that reached the bank
 * @param lastError why the last try was refused
 * @param card the payment method on it, or in its last error
 */
public record IntentSnapshot(
    PaymentIntentId id,
    String status,
    long amountMinor,
    String currency,
    Optional<StripeCustomerId> customer,
    Optional<ChargeRequestId> requestId,
    long receivedMinor,
    Optional<StripeChargeId> latestCharge,
    Optional<PaymentError> lastError,
    Optional<Card> card,
    Optional<String> cancellationReason,
    Instant createdAt) {}
