package dev.offsession.ingest.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether events come as often as expected. Without an expectation it tells the age only.
 *
 * @param expectedWithin longest pause between two events of this instance that is still normal
 */
record EventFlowHealth(EventFlow flow, Optional<Duration> expectedWithin, Clock clock)
    implements HealthIndicator {

  @Override
  public Health health() {
    Duration age = flow.age(clock.instant());
    boolean late = expectedWithin.filter(most -> age.compareTo(most) > 0).isPresent();
    Health.Builder health = late ? Health.down() : Health.up();
    expectedWithin.ifPresent(
        most -> health.withDetail("expected_within_seconds", most.toSeconds()));
    return health
        .withDetail("newest_event_age_seconds", age.toSeconds())
        .withDetail("any_event_yet", flow.lastPublished().isPresent())
        .build();
  }
}
