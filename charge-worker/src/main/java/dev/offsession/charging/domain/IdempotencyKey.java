package dev.offsession.charging.domain;

/** Names one intended effect at Stripe: same key, same effect, for at least 24 hours. */
public record IdempotencyKey(String value) {
  public IdempotencyKey {
    Require.that(!value.isBlank(), "IdempotencyKey must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
