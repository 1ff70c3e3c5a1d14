package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where events are delivered.
 *
 * @param enabledEvents types, {@code payment_intent.*} or {@code *}
 * @param secret signs the deliveries
 * @param oldSecret signs too until it expires, while a rotation is under way
 */
public record WebhookEndpoint(
    String id,
    Instant created,
    String url,
    List<String> enabledEvents,
    @Nullable String apiVersion,
    @Nullable String description,
    Map<String, String> metadata,
    String secret,
    @Nullable String oldSecret,
    Instant oldSecretUntil)
    implements Resource {

  /** Whether this endpoint wants events of the type. */
  public boolean wants(String eventType) {
    return enabledEvents.stream().anyMatch(wanted -> EventTypes.matches(wanted, eventType));
  }

  /** The secrets that sign at this moment, newest first. */
  public List<String> secretsAt(Instant now) {
    return oldSecret != null && now.isBefore(oldSecretUntil)
        ? List.of(secret, oldSecret)
        : List.of(secret);
  }

  /** The endpoint with what Stripe lets one change. */
  public WebhookEndpoint updated(
      String newUrl,
      List<String> newEvents,
      @Nullable String newDescription,
      Map<String, String> newMetadata) {
    return new WebhookEndpoint(
        id,
        created,
        newUrl,
        newEvents,
        apiVersion,
        newDescription,
        newMetadata,
        secret,
        oldSecret,
        oldSecretUntil);
  }

  /** The endpoint with a new secret; the present one stays valid for a while. */
  public WebhookEndpoint rotated(String newSecret, Instant presentValidUntil) {
    return new WebhookEndpoint(
        id,
        created,
        url,
        enabledEvents,
        apiVersion,
        description,
        metadata,
        newSecret,
        secret,
        presentValidUntil);
  }
}
