package dev.offsession.charging.domain;

/** The one PaymentIntent of a charge, and whom it bills: set once, never changed. */
public record Intent(PaymentIntentId id, StripeCustomerId customer) {}
