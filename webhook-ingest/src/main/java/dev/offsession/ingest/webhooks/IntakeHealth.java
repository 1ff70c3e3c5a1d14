package dev.offsession.ingest.webhooks;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether webhooks can be accepted: there is room, and Kafka took the last one. Out of service for
 * a minute after a refusal, unless another webhook is taken before.
 */
record IntakeHealth(WebhookIntake intake, Clock clock) implements HealthIndicator {

  private static final Duration LATELY = Duration.ofMinutes(1);

  @Override
  public Health health() {
    int free = intake.freePlaces();
    boolean able = free > 0 && !intake.flow().isStuck(clock.instant(), LATELY);
    return (able ? Health.up() : Health.outOfService()).withDetail("free_places", free).build();
  }
}
