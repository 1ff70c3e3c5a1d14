package dev.offsession.collector.recovery.domain;

import dev.offsession.collector.cards.CardFace;
import org.jspecify.annotations.Nullable;

/**
 * A PaymentIntent as Stripe describes it now.
 *
 * @param stripeCustomerId whose payment it is
 * @param description what the charge is for, in the merchant's words
 * @param methodId the method set on the intent; null after a failure
 */
public record IntentSnapshot(
    String id,
    IntentStatus status,
    Money amount,
    @Nullable String stripeCustomerId,
    @Nullable String description,
    @Nullable String methodId,
    @Nullable CardFace card,
    @Nullable LastError lastError) {}
