package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
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
  private final Semaphore room;
  private final Duration publishTimeout;
  private final MeterRegistry meters;
  private final Clock clock;
  private final EventReader reader = new EventReader();

  WebhookIntake(
      Endpoints endpoints,
      StripeEventPublisher publisher,
      IngestProperties properties,
      MeterRegistry meters,
      Clock clock) {
    this.endpoints = endpoints;
    this.publisher = publisher;
    this.recent = new RecentEvents(properties.rememberedEventsMax());
    this.room = new Semaphore(properties.inFlightMax());
    this.publishTimeout = properties.publishTimeout();
    this.meters = meters;
    this.clock = clock;
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
    String tag = endpoint.map(Endpoint::name).orElse("unknown");
    meters.counter("offsession.webhooks", "endpoint", tag, "outcome", outcome.name()).increment();
    return outcome;
  }

  private Intake withRoom(Endpoint endpoint, @Nullable String signature, byte[] body) {
    if (!room.tryAcquire()) {
      return Intake.NOT_NOW;
    }
    try {
      return verified(endpoint, signature, body);
    } finally {
      room.release();
    }
  }

  private Intake verified(Endpoint endpoint, @Nullable String signature, byte[] body) {
    Instant now = clock.instant();
    if (!endpoint.verifier().accepts(signature, body, now)) {
      return Intake.FORGED;
    }
    try {
      return read(endpoint, reader.read(body), now);
    } catch (UnusableEventException e) {
      log.warn("Endpoint {}: a signed webhook was refused: {}", endpoint.name(), e.getMessage());
      return Intake.UNUSABLE;
    }
  }

  private Intake read(Endpoint endpoint, ReceivedEvent event, Instant now) {
    if (!endpoint.expects(event)) {
      log.warn(
          "Endpoint {}: {} is of another mode or account, livemode={}",
          endpoint.name(),
          event.id(),
          event.livemode());
      return Intake.MISDIRECTED;
    }
    if (recent.contains(endpoint.name(), event.id())) {
      return Intake.DUPLICATE;
    }
    return publish(endpoint, event, now);
  }

  private Intake publish(Endpoint endpoint, ReceivedEvent event, Instant now) {
    try {
      publisher
          .publish(endpoint.name(), event, now)
          .get(publishTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("{} {} was not published: {}", event.id(), event.type(), reason(e));
      return Intake.NOT_NOW;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Intake.NOT_NOW;
    }
    recent.published(endpoint.name(), event.id());
    log.info("{} {} {}", event.id(), event.type(), event.objectId());
    return Intake.PUBLISHED;
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : cause.toString();
  }
}
