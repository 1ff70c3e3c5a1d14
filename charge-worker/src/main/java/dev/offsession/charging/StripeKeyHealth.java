package dev.offsession.charging;

import dev.offsession.charging.pace.KeyCircuit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while Stripe refuses our key: nothing is dispatched, and nothing is lost. */
record StripeKeyHealth(KeyCircuit circuit) implements HealthIndicator {
  @Override
  public Health health() {
    return circuit.isOpen()
        ? Health.down().withDetail("reason", "Stripe refuses the API key").build()
        : Health.up().build();
  }
}
