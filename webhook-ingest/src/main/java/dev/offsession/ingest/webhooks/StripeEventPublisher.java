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

  /**
   * Asks now what the first publish would have to ask for, and publishes nothing. May block; throws
   * when there is no answer.
   */
  void prepare(ReceivedEvent sample);
}
