package dev.offsession.ingest.webhooks.kafka;

import dev.offsession.ingest.webhooks.StripeEventPublisher;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import dev.offsession.schemas.topics.Topic;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Publishes to {@code stripe-events}, one object's events under one key. */
@Component
class KafkaStripeEventPublisher implements StripeEventPublisher {

  private final EventPublisher events;

  KafkaStripeEventPublisher(EventPublisher events) {
    this.events = events;
  }

  @Override
  public CompletableFuture<Void> publish(
      String endpoint, ReceivedEvent event, Instant receivedAt, Source source) {
    return events.publish(outgoing(endpoint, event, receivedAt, source));
  }

  @Override
  public void prepare(ReceivedEvent sample) {
    events.prepare(outgoing("default", sample, sample.created(), Source.WEBHOOK));
  }

  private static OutgoingEvent outgoing(
      String endpoint, ReceivedEvent event, Instant receivedAt, Source source) {
    return new OutgoingEvent(
        Topic.STRIPE_EVENTS,
        event.objectId(),
        toRecord(event, receivedAt, source),
        event.id(),
        event.type(),
        "/webhook-ingest/" + endpoint,
        event.created());
  }

  private static StripeEvent toRecord(ReceivedEvent event, Instant receivedAt, Source source) {
    return StripeEvent.newBuilder()
        .setEventId(event.id())
        .setType(event.type())
        .setApiVersion(event.apiVersion())
        .setAccount(event.account())
        .setLivemode(event.livemode())
        .setCreated(event.created())
        .setObjectId(event.objectId())
        .setObjectType(event.objectType())
        .setRequestIdempotencyKey(event.idempotencyKey())
        .setPayload(event.payload())
        .setReceivedAt(receivedAt)
        .setSource(toAvro(source))
        .build();
  }

  private static StripeEventSource toAvro(Source source) {
    return switch (source) {
      case WEBHOOK -> StripeEventSource.WEBHOOK;
      case BACKFILL -> StripeEventSource.BACKFILL;
    };
  }
}
