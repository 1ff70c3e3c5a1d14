package dev.offsession.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to save a card.
 *
 * @param status {@code requires_action}, {@code succeeded} or {@code failed}
 */
public record SetupAttempt(
    String id,
    Instant created,
    String setupIntent,
    @Nullable String customer,
    PaymentMethod paymentMethod,
    String usage,
    String status,
    @Nullable ApiError error)
    implements Resource {

  SetupAttempt ended(String newStatus, @Nullable ApiError newError) {
    return new SetupAttempt(
        id, created, setupIntent, customer, paymentMethod, usage, newStatus, newError);
  }
}
