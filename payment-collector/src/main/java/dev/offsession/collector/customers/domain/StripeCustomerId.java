package dev.offsession.collector.customers.domain;

/** Stripe's id of a customer ({@code cus_…}). */
public record StripeCustomerId(String value) {
  /** Refuses an id that is not a customer's. */
  public StripeCustomerId {
    if (!value.startsWith("cus_")) {
      throw new IllegalArgumentException("not a Stripe customer id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
