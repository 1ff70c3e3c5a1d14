package dev.offsession.collector.customers.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One saved card, in the parts that may be shown.
 *
 * @param expMonth 1 to 12; the card is good through its last day
 * @param expYear four digits
 * @param fingerprint equal for the same card number within one Stripe account
 * @param createdAt when Stripe made the method; Stripe's grain is one second
 */
public record SavedCard(
    PaymentMethodId id,
    String brand,
    String last4,
    int expMonth,
    int expYear,
    @Nullable String fingerprint,
    Instant createdAt) {}
