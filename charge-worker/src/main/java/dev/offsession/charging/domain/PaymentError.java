package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * Stripe's last payment error, field by field.
 *
 * @param charge the refused try it belongs to, where the bank was reached
 * @param blocked stopped by Radar, not by the bank
 */
public record PaymentError(
    Optional<String> code,
    Optional<String> declineCode,
    Optional<String> adviceCode,
    Optional<String> networkCode,
    Optional<String> networkAdviceCode,
    Optional<StripeChargeId> charge,
    boolean blocked) {}
