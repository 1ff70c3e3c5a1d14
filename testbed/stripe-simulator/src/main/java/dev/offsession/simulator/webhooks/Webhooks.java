package dev.offsession.simulator.webhooks;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.WebhookEndpoint;
import dev.offsession.simulator.render.EventJson;
import dev.offsession.simulator.render.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells the endpoints what happened: signed, asynchronous, again until they confirm. */
public final class Webhooks implements AutoCloseable {
  private static final Duration BEFORE_REPLY_MAX = Duration.ofMillis(250);

  private final Account account;
  private final EventJson events;
  private final String apiVersion;
  private final List<Duration> retries;
  private final DeliveryLog log = new DeliveryLog();
  private final Courier courier;
  private volatile WebhookMode mode = WebhookMode.NORMAL;

  /** A sender for the account's endpoints. */
  public Webhooks(
      Account account,
      EventJson events,
      String apiVersion,
      List<Duration> retries,
      Duration timeout) {
    this.account = account;
    this.events = events;
    this.apiVersion = apiVersion;
    this.retries = retries;
    this.courier = new Courier(timeout);
  }

  /** Sends events in the background. */
  public void send(List<Event> happened) {
    start(happened);
  }

  /** Sends events and waits a moment for the first attempts, so that they overtake the reply. */
  public void sendBeforeReply(List<Event> happened) {
    CompletableFuture<?>[] first = start(happened).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(first).get(BEFORE_REPLY_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException _) {
      // The reply must not wait for a receiver that is slow or down; retries take care of it.
      return;
    }
  }

  /** Whether the events of the next call go out before its reply. */
  public boolean overtakesReply() {
    return switch (mode.timing()) {
      case BEFORE_REPLY -> true;
      case AFTER_REPLY -> false;
      case RANDOM -> account.ids().chance(0.5);
    };
  }

  /** The attempts so far. */
  public DeliveryLog log() {
    return log;
  }

  /** The present disorder. */
  public WebhookMode mode() {
    return mode;
  }

  /** Changes the disorder for events from now on. */
  public void mode(WebhookMode next) {
    mode = next;
  }

  /** The event as the API and the endpoints show it. */
  public String body(Event event, String version) {
    return Json.text(events.render(event, version, log.pending(event.id())));
  }

  @Override
  public void close() {
    courier.close();
  }

  private List<CompletableFuture<Void>> start(List<Event> happened) {
    List<CompletableFuture<Void>> first = new ArrayList<>();
    if (happened.isEmpty()) {
      return first;
    }
    List<WebhookEndpoint> endpoints =
        account.exclusively(() -> account.store().webhookEndpoints().newestFirst());
    for (Event event : happened) {
      endpoints.stream()
          .filter(endpoint -> endpoint.wants(event.type()))
          .forEach(endpoint -> log.expect(event.id(), endpoint.id()));
      endpoints.stream()
          .filter(endpoint -> endpoint.wants(event.type()))
          .forEach(endpoint -> first.addAll(startOne(event, endpoint)));
    }
    return first;
  }

  private List<CompletableFuture<Void>> startOne(Event event, WebhookEndpoint endpoint) {
    WebhookMode now = mode;
    if (account.ids().chance(now.drop())) {
      return List.of();
    }
    Delivery delivery = new Delivery(event, endpoint.id(), render(event, endpoint, now), now);
    List<CompletableFuture<Void>> attempts = new ArrayList<>();
    int copies = now.duplicate() + (account.ids().chance(now.duplicateShare()) ? 1 : 0);
    for (int copy = 0; copy <= copies; copy++) {
      long delay = (long) now.delayMillis() + account.ids().below(now.reorderWindowMillis());
      attempts.add(courier.after(delay, () -> attempt(delivery, 1)));
    }
    return attempts;
  }

  private String render(Event event, WebhookEndpoint endpoint, WebhookMode now) {
    if (now.thin()) {
      return Json.text(events.renderThin(event));
    }
    String version = endpoint.apiVersion() == null ? apiVersion : endpoint.apiVersion();
    return body(event, now.apiVersion() == null ? version : now.apiVersion());
  }

  private void attempt(Delivery delivery, int number) {
    WebhookEndpoint endpoint =
        account.exclusively(
            () -> account.store().webhookEndpoints().find(delivery.endpoint()).orElse(null));
    if (endpoint == null) {
      return;
    }
    int status = courier.post(endpoint.url(), delivery.body(), signature(delivery, endpoint));
    DeliveryLog.Attempt attempt =
        new DeliveryLog.Attempt(
            delivery.event().id(),
            delivery.event().type(),
            endpoint.id(),
            number,
            account.clock().now(),
            status);
    log.add(attempt);
    if (!attempt.delivered() && number <= retries.size()) {
      account
          .timeline()
          .at(
              account.clock().now().plus(retries.get(number - 1)),
              () -> courier.now(() -> attempt(delivery, number + 1)));
    }
  }

  private String signature(Delivery delivery, WebhookEndpoint endpoint) {
    var signedAt = java.time.Instant.now();
    WebhookMode then = delivery.mode();
    List<String> secrets =
        then.badSignature() ? List.of("whsec_wrong") : endpoint.secretsAt(account.clock().now());
    return Signer.header(
        delivery.body(),
        then.oldTimestamp() ? signedAt.minus(Duration.ofHours(1)) : signedAt,
        secrets);
  }

  private record Delivery(Event event, String endpoint, String body, WebhookMode mode) {}
}
