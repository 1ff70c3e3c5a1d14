package dev.offsession.simulator.engine;

import java.time.Instant;

/**
 * Money arriving in, or leaving, the merchant's balance.
 *
 * @param amount minor units, negative when money leaves
 * @param fee minor units that Stripe keeps
 */
public record BalanceTransaction(
    String id,
    Instant created,
    Instant availableOn,
    String type,
    String source,
    long amount,
    long fee,
    String currency)
    implements Resource {}
