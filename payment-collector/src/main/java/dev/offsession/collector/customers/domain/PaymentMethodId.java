package dev.offsession.collector.customers.domain;

/** Stripe's id of a saved method: {@code pm_…}, or the older {@code card_…} and {@code src_…}. */
public record PaymentMethodId(String value) {
  /** Refuses an id of another kind. */
  public PaymentMethodId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a payment method id");
    }
  }

  /** Whether the text has the form of such an id. */
  public static boolean isValid(String value) {
    return value.matches("(pm|card|src)_[A-Za-z0-9_]{1,250}");
  }

  @Override
  public String toString() {
    return value;
  }
}
