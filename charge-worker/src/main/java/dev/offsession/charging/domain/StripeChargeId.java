package dev.offsession.charging.domain;

/**
 * Stripe's id of one try to take the money, {@code ch_...}: each confirm that reaches the bank
 * makes one.
 */
public record StripeChargeId(String value) {
  public StripeChargeId {
    Require.that(!value.isBlank(), "StripeChargeId must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
