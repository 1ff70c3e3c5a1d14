package dev.offsession.charging.domain;

/** Stripe's id of a customer, {@code cus_...}. */
public record StripeCustomerId(String value) {
  public StripeCustomerId {
    Require.that(!value.isBlank(), "StripeCustomerId must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
