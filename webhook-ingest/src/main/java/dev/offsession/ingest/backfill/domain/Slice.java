package dev.offsession.ingest.backfill.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of creation times.
 *
 * @param from first moment of it, whole seconds
 * @param to first moment behind it, whole seconds; null for an open end, so that an event is not
 *     lost because Stripe's clock is ahead of ours
 */
public record Slice(Instant from, @Nullable Instant to) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Whether an event made at this moment belongs to it. */
  public boolean holds(Instant created) {
    return !created.isBefore(from) && (to == null || created.isBefore(to));
  }

  /** Whether this slice holds everything that the other does. */
  public boolean covers(Slice other) {
    return !other.from.isBefore(from)
        && (to == null || (other.to != null && !other.to.isAfter(to)));
  }

  /** Stripe's grain is one second: less cannot be asked for. */
  boolean canBeHalved(Instant now) {
    return length(now).compareTo(SECOND) > 0;
  }

  /** The older half. */
  Slice half(Instant now) {
    return new Slice(from, from.plusSeconds(Math.max(1, length(now).toSeconds() / 2)));
  }

  Duration length(Instant now) {
    return Duration.between(from, to == null ? now : to);
  }
}
