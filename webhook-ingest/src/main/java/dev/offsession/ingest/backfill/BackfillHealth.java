package dev.offsession.ingest.backfill;

import dev.offsession.ingest.backfill.domain.Leadership;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether the backfill is on, and whether this instance does it. Never takes us down. */
record BackfillHealth(@Nullable Leadership leadership) implements HealthIndicator {

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    if (leadership == null) {
      return health.withDetail("backfill", "off: offsession.stripe.secret-key is not set").build();
    }
    return health
        .withDetail("backfill", "on")
        .withDetail("done_by_this_instance", leadership.isHeld())
        .build();
  }
}
