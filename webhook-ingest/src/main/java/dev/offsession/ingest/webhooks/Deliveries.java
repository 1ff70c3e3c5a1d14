package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.RecentEvents.EventKey;
import dev.offsession.ingest.webhooks.StripeEventPublisher.Source;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to Kafka. An event that Kafka has, or is just being given, is not given to it
 * again: a duplicate has the answer of the first.
 */
final class Deliveries {

  private final StripeEventPublisher publisher;
  private final RecentEvents recent;
  private final Room room;
  private final Duration timeout;
  private final Timer timer;
  private final ConcurrentMap<EventKey, CompletableFuture<Void>> underWay =
      new ConcurrentHashMap<>();

  /** Threads that may block for as long as Kafka's client waits for its broker. */
  private final Executor publishing = Executors.newVirtualThreadPerTaskExecutor();

  Deliveries(
      StripeEventPublisher publisher,
      RecentEvents recent,
      Room room,
      Duration timeout,
      Timer timer) {
    this.publisher = publisher;
    this.recent = recent;
    this.room = room;
    this.timeout = timeout;
    this.timer = timer;
  }

  /** How many more events may be under way at this moment. */
  int freePlaces() {
    return room.free();
  }

  /**
   * Never blocks. Completes with {@code PUBLISHED} or {@code DUPLICATE}, or with an exception: a
   * {@link NoRoomException}, or what kept Kafka from taking the event in time.
   */
  CompletableFuture<Intake> deliver(Endpoint endpoint, ReceivedEvent event, Instant now) {
    EventKey key = new EventKey(endpoint.name(), event.id());
    if (recent.contains(key)) {
      return CompletableFuture.completedFuture(Intake.DUPLICATE);
    }
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      return inTime(first, Intake.DUPLICATE);
    }
    if (recent.contains(key)) { // The first has ended just now.
      settle(key, null, mine);
      return inTime(mine, Intake.DUPLICATE);
    }
    if (room.enter()) {
      publishing.execute(() -> publish(key, event, now, mine));
    } else {
      settle(key, new NoRoomException(), mine);
    }
    return inTime(mine, Intake.PUBLISHED);
  }

  /** The place is kept, and the event remembered, also when Stripe has had its answer before. */
  private void publish(
      EventKey key, ReceivedEvent event, Instant now, CompletableFuture<Void> mine) {
    var _ =
        stored(key, event, now)
            .whenComplete((_, failure) -> {
              room.leave();
              settle(key, failure, mine);
            });
  }

  /** Whatever goes wrong must end the delivery, or its duplicates would wait for it for ever. */
  private CompletableFuture<Void> stored(EventKey key, ReceivedEvent event, Instant now) {
    try {
      return publisher.publish(key.endpoint(), event, now, Source.WEBHOOK);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(EventKey key, @Nullable Throwable failure, CompletableFuture<Void> mine) {
    try {
      if (failure == null) {
        recent.published(key);
      }
    } finally {
      underWay.remove(key, mine);
      if (failure == null) {
        mine.complete(null);
      } else {
        mine.completeExceptionally(failure);
      }
    }
  }

  /** Stripe is not to wait for longer than this, whatever becomes of the event. */
  private CompletableFuture<Intake> inTime(CompletableFuture<Void> stored, Intake then) {
    CompletableFuture<Intake> answer = stored.thenApply(_ -> then);
    if (!answer.isDone()) {
      Timeout limit =
          timer.newTimeout(
              _ -> answer.completeExceptionally(new TimeoutException()),
              timeout.toMillis(),
              TimeUnit.MILLISECONDS);
      var _ = answer.whenComplete((_, _) -> limit.cancel());
    }
    return answer;
  }

  /** Too many events are under way. */
  static final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NoRoomException() {
      super("too many events are under way", null, false, false);
    }
  }
}
