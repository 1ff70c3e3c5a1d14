package dev.offsession.collector.recovery.domain;

/** Stripe's statuses of a PaymentIntent, and no others: docs.stripe.com/api/payment_intents. */
public enum IntentStatus {
  REQUIRES_PAYMENT_METHOD,
  REQUIRES_CONFIRMATION,
  REQUIRES_ACTION,
  PROCESSING,
  REQUIRES_CAPTURE,
  CANCELED,
  SUCCEEDED
}
