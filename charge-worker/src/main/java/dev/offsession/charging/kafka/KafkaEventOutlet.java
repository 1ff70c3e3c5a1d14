package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** News of charges on {@code charge-events}, keyed by request id. */
public final class KafkaEventOutlet implements EventOutlet {
  private static final String SOURCE = "/charge-worker";
  private static final String TYPE_PREFIX = "dev.offsession.charge.";

  private final EventPublisher publisher;
  private final Duration patience;

  /**
   * @param patience how long to wait for Kafka's word; then the news counts as not published
   */
  public KafkaEventOutlet(EventPublisher publisher, Duration patience) {
    this.publisher = publisher;
    this.patience = patience;
  }

  @Override
  public boolean publish(List<Announcement> news) {
    return allDurable(
        news.stream()
            .map(one -> send(one.request(), EventRecords.of(one.request(), one.event())))
            .toList());
  }

  @Override
  public boolean publishConflict(ChargeRequest refused, Instant at) {
    return allDurable(List.of(send(refused, EventRecords.conflict(refused, at))));
  }

  /** In the trace of the request, however long ago that was and whoever moved the charge since. */
  private CompletableFuture<Void> send(ChargeRequest request, ChargeEvent event) {
    TraceParent trace =
        request.trace().flatMap(TraceParent::parse).orElseGet(TraceParent::currentOrNew);
    return trace.within(() -> send(event));
  }

  private CompletableFuture<Void> send(ChargeEvent event) {
    return publisher.publish(
        new OutgoingEvent(
            Topic.CHARGE_EVENTS,
            event.getRequestId(),
            event,
            event.getEventId(),
            TYPE_PREFIX + event.getType().name().toLowerCase(java.util.Locale.ROOT),
            SOURCE,
            event.getOccurredAt()));
  }

  private boolean allDurable(List<CompletableFuture<Void>> sent) {
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }
}
