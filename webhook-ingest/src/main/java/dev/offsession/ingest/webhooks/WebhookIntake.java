package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.StripeEventPublisher.Source;
import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import dev.offsession.ingest.webhooks.signature.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in one webhook: verify, read, publish, remember. Blocks; call it on a virtual thread. */
public final class WebhookIntake {

  private static final Logger log = LoggerFactory.getLogger(WebhookIntake.class);

  private final Endpoints endpoints;
  private final StripeEventPublisher publisher;
  private final RecentEvents recent;
  private final Room room;
  private final Duration publishTimeout;
  private final MeterRegistry meters;
  private final Clock clock;
  private final EventReader reader = new EventReader();
  private final EventFlow flow;
  private final Executor publishing = Executors.newVirtualThreadPerTaskExecutor();

  WebhookIntake(
      Endpoints endpoints,
      StripeEventPublisher publisher,
      IngestProperties properties,
      MeterRegistry meters,
      Clock clock) {
    this.endpoints = endpoints;
    this.publisher = publisher;
    this.recent = new RecentEvents(properties.rememberedEventsMax());
    this.room = new Room(properties.inFlightMax());
    this.publishTimeout = properties.publishTimeout();
    this.meters = meters;
    this.clock = clock;
    this.flow = new EventFlow(clock.instant());
  }

  /**
   * Verifies, reads and publishes; returns when the outcome is known.
   *
   * @param signature value of the {@code Stripe-Signature} header
   * @param body the request's bytes, untouched
   */
  public Intake take(String endpointName, @Nullable String signature, byte[] body) {
    Optional<Endpoint> endpoint = endpoints.named(endpointName);
    Intake outcome =
        endpoint.isEmpty() ? Intake.UNKNOWN_ENDPOINT : withRoom(endpoint.get(), signature, body);
    note(outcome);
    String tag = endpoint.map(Endpoint::name).orElse("unknown");
    meters.counter("offsession.webhooks", "endpoint", tag, "outcome", outcome.name()).increment();
    return outcome;
  }

  private void note(Intake outcome) {
    switch (outcome) {
      case PUBLISHED, DUPLICATE -> flow.published(clock.instant());
      case NOT_NOW -> flow.notNow(clock.instant());
      case UNKNOWN_ENDPOINT, FORGED, UNUSABLE, MISDIRECTED -> {}
    }
  }

  /** When events last came through, and when not. */
  EventFlow flow() {
    return flow;
  }

  /** How many more webhooks may be worked on at this moment. */
  int freePlaces() {
    return room.free();
  }

  private Intake withRoom(Endpoint endpoint, @Nullable String signature, byte[] body) {
    Optional<Room.Place> entered = room.enter();
    if (entered.isEmpty()) {
      return Intake.NOT_NOW;
    }
    try (Room.Place place = entered.get()) {
      return verified(endpoint, signature, body, place);
    }
  }

  private Intake verified(
      Endpoint endpoint, @Nullable String signature, byte[] body, Room.Place place) {
    Instant now = clock.instant();
    Verdict verdict = endpoint.verifier().verdict(signature, body, now);
    if (verdict != Verdict.SIGNED) {
      refusal(endpoint, verdict.name());
      return Intake.FORGED;
    }
    try {
      return read(endpoint, reader.read(body), now, place);
    } catch (UnusableEventException e) {
      log.warn("Endpoint {}: a signed webhook was refused: {}", endpoint.name(), e.getMessage());
      refusal(endpoint, e.isThin() ? "THIN_EVENT" : "UNUSABLE_EVENT");
      return Intake.UNUSABLE;
    }
  }

  private Intake read(Endpoint endpoint, ReceivedEvent event, Instant now, Room.Place place) {
    if (!endpoint.expects(event)) {
      log.warn(
          "Endpoint {}: {} is of another mode or account, livemode={}",
          endpoint.name(),
          event.id(),
          event.livemode());
      refusal(endpoint, event.livemode() == endpoint.live() ? "OTHER_ACCOUNT" : "OTHER_MODE");
      return Intake.MISDIRECTED;
    }
    if (recent.contains(endpoint.name(), event.id())) {
      return Intake.DUPLICATE;
    }
    return publish(endpoint, event, now, place);
  }

  private Intake publish(Endpoint endpoint, ReceivedEvent event, Instant now, Room.Place place) {
    CompletableFuture<Void> stored = store(endpoint, event, now);
    place.keepFor(stored);
    try {
      stored.get(publishTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("{} {} was not published: {}", event.id(), event.type(), reason(e));
      return Intake.NOT_NOW;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Intake.NOT_NOW;
    }
    log.info("{} {} {}", event.id(), event.type(), event.objectId());
    return Intake.PUBLISHED;
  }

  /**
   * On a thread of its own, because a publish may block for longer than Stripe is to wait. What
   * Kafka takes after all is remembered too: then Stripe's next attempt is a duplicate.
   */
  private CompletableFuture<Void> store(Endpoint endpoint, ReceivedEvent event, Instant now) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    publishing.execute(() -> {
      var _ =
          publisher
              .publish(endpoint.name(), event, now, Source.WEBHOOK)
              .whenComplete((_, failure) -> settle(stored, failure));
    });
    return stored.thenRun(() -> recent.published(endpoint.name(), event.id()));
  }

  private static void settle(CompletableFuture<Void> stored, @Nullable Throwable failure) {
    if (failure == null) {
      stored.complete(null);
    } else {
      stored.completeExceptionally(failure);
    }
  }

  private void refusal(Endpoint endpoint, String reason) {
    meters
        .counter("offsession.webhooks.refused", "endpoint", endpoint.name(), "reason", reason)
        .increment();
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : cause.toString();
  }
}
