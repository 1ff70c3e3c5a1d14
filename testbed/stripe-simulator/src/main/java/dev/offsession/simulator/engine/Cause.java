package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/** What made an event happen: an API call, or Stripe itself when both are null. */
public record Cause(@Nullable String requestId, @Nullable String idempotencyKey) {
  /** Stripe acted by itself, for example because time has passed. */
  public static final Cause STRIPE = new Cause(null, null);
}
