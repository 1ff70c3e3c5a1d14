package dev.offsession.notifier.prompting.domain;

/** What a customer is told, or asked for. */
public enum PromptKind {
  /** Approve the payment with the saved card, because the bank wants it. */
  AUTHENTICATE,
  /** Give another card, because none works. */
  NEW_PAYMENT_METHOD,
  /** Here is the new link you asked for, in place of the expired one. */
  FRESH_LINK,
  /** The money was collected. */
  RECEIPT,
  /** The payment was given up for good. */
  PAYMENT_FAILED;

  /** True for what may come as a push and is repeated while nothing happens. */
  public boolean isPrompt() {
    return this == AUTHENTICATE || this == NEW_PAYMENT_METHOD;
  }

  /** True for what leads the customer to a page. */
  public boolean hasLink() {
    return isPrompt() || this == FRESH_LINK;
  }
}
