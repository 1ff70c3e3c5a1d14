package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Where Stripe's events go. */
public interface StripeEventPublisher {

  /** How an event reached us. */
  enum Source {
    WEBHOOK,
    BACKFILL
  }

  /** Completes when the event is stored durably. May block; never throws. */
  CompletableFuture<Void> publish(
      String endpoint, ReceivedEvent event, Instant receivedAt, Source source);
}
