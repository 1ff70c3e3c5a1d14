package dev.offsession.ingest.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers when something last worked and when it last did not. Safe for many threads. */
final class EventFlow {

  private final Instant since;
  private final AtomicReference<@Nullable Instant> published = new AtomicReference<>();
  private final AtomicReference<@Nullable Instant> refused = new AtomicReference<>();

  EventFlow(Instant since) {
    this.since = since;
  }

  void published(Instant now) {
    published.set(now);
  }

  /** An event that Stripe will have to send again. */
  void notNow(Instant now) {
    refused.set(now);
  }

  /** Time since the last event that went to the topic, or since the start when there was none. */
  Duration age(Instant now) {
    Instant last = published.get();
    return Duration.between(last == null ? since : last, now);
  }

  Optional<Instant> lastPublished() {
    return Optional.ofNullable(published.get());
  }

  /** Whether an event was turned away lately and none has been taken since. */
  boolean isStuck(Instant now, Duration lately) {
    Instant failed = refused.get();
    Instant worked = published.get();
    return failed != null
        && (worked == null || worked.isBefore(failed))
        && failed.plus(lately).isAfter(now);
  }
}
