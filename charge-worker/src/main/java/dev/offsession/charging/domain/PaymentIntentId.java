package dev.offsession.charging.domain;

/** Stripe's id of a PaymentIntent, {@code pi_...}. */
public record PaymentIntentId(String value) {
  public PaymentIntentId {
    Require.that(!value.isBlank(), "PaymentIntentId must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
