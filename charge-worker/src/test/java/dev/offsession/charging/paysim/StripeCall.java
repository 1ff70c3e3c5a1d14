package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.PaymentIntentId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call to the simulated Stripe.
 *
 * @param params everything that the call says, to compare calls under one key
 * @param writes reads are never locked out and have no key
 * @param effect what Stripe does when it comes to it
 */
record StripeCall(
    String what,
    Optional<IdempotencyKey> key,
    String params,
    Optional<PaymentIntentId> intent,
    boolean writes,
    Supplier<GatewayReply> effect) {}
