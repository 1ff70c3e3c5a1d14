package dev.offsession.simulator.engine;

import java.time.Instant;

/**
 * The customer contests a charge at the bank.
 *
 * @param status {@code needs_response} or {@code warning_needs_response} for an inquiry
 */
public record Dispute(
    String id,
    Instant created,
    String charge,
    String paymentIntent,
    long amount,
    String currency,
    String reason,
    String status)
    implements Resource {}
