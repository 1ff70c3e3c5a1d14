package dev.offsession.charging.pace;

/**
 * What Stripe counts calls by: the account, and each operation by itself
 * (docs.stripe.com/rate-limits).
 */
public enum Lane {
  /** All calls of the account. */
  ACCOUNT,
  /** {@code POST /v1/payment_intents}. */
  CREATE,
  /** {@code POST /v1/payment_intents/{id}/confirm}. */
  CONFIRM,
  /** {@code GET /v1/payment_intents/{id}}. */
  READ,
  /** {@code GET /v1/payment_intents}. */
  LIST,
  /** {@code POST /v1/payment_intents/{id}/cancel}. */
  CANCEL
}
