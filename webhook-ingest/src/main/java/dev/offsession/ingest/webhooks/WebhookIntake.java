package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.Deliveries.NoRoomException;
import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import dev.offsession.ingest.webhooks.signature.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in one webhook: verify, read, publish, remember. Never blocks. */
public final class WebhookIntake {

  private static final Logger log = LoggerFactory.getLogger(WebhookIntake.class);

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final IntakeMeters meters;
  private final Clock clock;
  private final EventReader reader = new EventReader();
  private final EventFlow flow;
  private final NotPublished notPublished;

  WebhookIntake(
      Endpoints endpoints,
      StripeEventPublisher publisher,
      IngestProperties properties,
      MeterRegistry meters,
      Clock clock,
      Timer timer) {
    this.endpoints = endpoints;
    this.deliveries =
        new Deliveries(
            publisher,
            new RecentEvents(properties.rememberedEventsMax()),
            new Room(properties.inFlightMax()),
            properties.publishTimeout(),
            timer);
    this.meters = new IntakeMeters(meters);
    this.clock = clock;
    this.flow = new EventFlow(clock.instant());
    this.notPublished = new NotPublished(clock);
  }

  /**
   * Verifies, reads and publishes. Completes when the outcome is known, never with an exception.
   *
   * @param signature value of the {@code Stripe-Signature} header
   * @param body the request's bytes, untouched; they belong to the intake from now on
   */
  public CompletableFuture<Intake> take(
      String endpointName, @Nullable String signature, byte[] body) {
    long began = System.nanoTime();
    Optional<Endpoint> endpoint = endpoints.named(endpointName);
    String name = endpoint.map(Endpoint::name).orElse("unknown");
    return endpoint
        .map(known -> verified(known, signature, body))
        .orElseGet(() -> answer(Intake.UNKNOWN_ENDPOINT))
        .thenApply(outcome -> ended(name, outcome, began));
  }

  /** When events last came through, and when not. */
  EventFlow flow() {
    return flow;
  }

  /** How many more events may be on their way to Kafka at this moment. */
  int freePlaces() {
    return deliveries.freePlaces();
  }

  private CompletableFuture<Intake> verified(
      Endpoint endpoint, @Nullable String signature, byte[] body) {
    Instant now = clock.instant();
    Verdict verdict = endpoint.verifier().verdict(signature, body, now);
    if (verdict != Verdict.SIGNED) {
      meters.refused(endpoint.name(), verdict.name());
      return answer(Intake.FORGED);
    }
    try {
      return read(endpoint, reader.read(body), now);
    } catch (UnusableEventException e) {
      log.warn("Endpoint {}: a signed webhook was refused: {}", endpoint.name(), e.getMessage());
      meters.refused(endpoint.name(), e.isThin() ? "THIN_EVENT" : "UNUSABLE_EVENT");
      return answer(Intake.UNUSABLE);
    }
  }

  private CompletableFuture<Intake> read(Endpoint endpoint, ReceivedEvent event, Instant now) {
    if (!endpoint.expects(event)) {
      log.warn(
          "Endpoint {}: {} is of another mode or account, livemode={}",
          endpoint.name(),
          event.id(),
          event.livemode());
      boolean mode = event.livemode() != endpoint.live();
      meters.refused(endpoint.name(), mode ? "OTHER_MODE" : "OTHER_ACCOUNT");
      return answer(Intake.MISDIRECTED);
    }
    return deliveries
        .deliver(endpoint, event, now)
        .exceptionally(failure -> failed(event, failure));
  }

  private Intake failed(ReceivedEvent event, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof NoRoomException) {
      return Intake.NO_ROOM;
    }
    notPublished.tell(event, cause);
    return Intake.NOT_NOW;
  }

  /** Keeps the books; what is told here is what is answered. */
  private Intake ended(String endpoint, Intake outcome, long began) {
    switch (outcome) {
      case PUBLISHED, DUPLICATE -> flow.published(clock.instant());
      case NOT_NOW, NO_ROOM -> {
        flow.notNow(clock.instant());
        meters.refused(endpoint, outcome.name());
      }
      case UNKNOWN_ENDPOINT, FORGED, UNUSABLE, MISDIRECTED -> {}
    }
    meters.ended(endpoint, outcome, Duration.ofNanos(System.nanoTime() - began));
    return outcome;
  }

  private static CompletableFuture<Intake> answer(Intake outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
