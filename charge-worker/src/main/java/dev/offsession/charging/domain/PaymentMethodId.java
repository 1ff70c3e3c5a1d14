package dev.offsession.charging.domain;

/**
 * Stripe's id of a saved payment method: {@code pm_...}, or the older {@code card_...} and {@code
 * src_...}.
 */
public record PaymentMethodId(String value) {
  public PaymentMethodId {
    Require.that(!value.isBlank(), "PaymentMethodId must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
