package dev.offsession.charging.domain;

/**
 * An intent of ours that was paid, as Stripe has it.
 *
 * @param receivedMinor what was received, in minor units
 * @param currency ISO 4217 code in lower case
 */
public record PaidIntent(
    PaymentIntentId intent, ChargeRequestId request, long receivedMinor, String currency) {}
