package dev.offsession.charging.domain;

/** An intent at Stripe that names a charge which is not in the store. */
public record OrphanIntent(PaymentIntentId intent, ChargeRequestId request) {}
