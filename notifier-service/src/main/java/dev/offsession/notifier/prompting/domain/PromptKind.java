package dev.offsession.notifier.prompting.domain;

/** What a customer is asked for. */
public enum PromptKind {
  /** Approve the payment with the saved card, because the bank wants it. */
  AUTHENTICATE,
  /** Give another card, because none works. */
  NEW_PAYMENT_METHOD
}
