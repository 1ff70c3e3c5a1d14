package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money given back.
 *
 * @param status {@code pending}, {@code succeeded}, {@code failed} or {@code canceled}
 */
public record Refund(
    String id,
    Instant created,
    String charge,
    String paymentIntent,
    long amount,
    String currency,
    @Nullable String reason,
    Map<String, String> metadata,
    String status)
    implements Resource {

  Refund with(String newStatus) {
    return new Refund(
        id, created, charge, paymentIntent, amount, currency, reason, metadata, newStatus);
  }
}
