package dev.offsession.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receivers of events. */
public final class WebhookEndpoints {
  private final World world;

  WebhookEndpoints(World world) {
    this.world = world;
  }

  /** A new endpoint with a secret of its own. */
  public WebhookEndpoint create(
      String url,
      List<String> enabledEvents,
      @Nullable String apiVersion,
      @Nullable String description,
      Map<String, String> metadata) {
    return add(
        new WebhookEndpoint(
            world.ids().next("we_"),
            world.now(),
            url,
            enabledEvents,
            apiVersion,
            description,
            metadata,
            world.ids().secret("whsec_", 32),
            null,
            Instant.EPOCH));
  }

  /** A new endpoint for all events whose secret is known beforehand. */
  public WebhookEndpoint register(String url, String secret) {
    return add(
        new WebhookEndpoint(
            world.ids().next("we_"),
            world.now(),
            url,
            List.of("*"),
            null,
            null,
            Map.of(),
            secret,
            null,
            Instant.EPOCH));
  }

  /** The endpoint with this id. */
  public WebhookEndpoint get(String id) {
    return world
        .store()
        .webhookEndpoints()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("webhook endpoint", "webhook_endpoint", id));
  }

  /** Puts the changed endpoint in the place of the present one. */
  public WebhookEndpoint update(WebhookEndpoint changed) {
    return add(changed);
  }

  /** Ends deliveries to an endpoint, retries included. */
  public void delete(String id) {
    get(id);
    world.store().webhookEndpoints().remove(id);
  }

  /** Gives an endpoint a new secret; both sign until the old one expires. */
  public WebhookEndpoint rotate(String id, @Nullable String secret, Duration oldKept) {
    String next = secret == null ? world.ids().secret("whsec_", 32) : secret;
    return add(get(id).rotated(next, world.now().plus(oldKept)));
  }

  private WebhookEndpoint add(WebhookEndpoint endpoint) {
    return world.store().webhookEndpoints().put(endpoint);
  }
}
