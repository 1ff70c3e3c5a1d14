package dev.offsession.charging.stripe;

import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the intent out of an event's JSON, whatever API version rendered it. */
public final class StripeIntentReader implements IntentReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public Optional<IntentSnapshot> fromEvent(byte[] body) {
    try {
      JsonNode object = JSON.readTree(body).path("data").path("object");
      return object.path("object").stringValueOpt().filter("payment_intent"::equals).isPresent()
          ? Optional.of(IntentSnapshots.of(object))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException _) {
      // Not an event as we know it; the body is never repeated in a log.
      return Optional.empty();
    }
  }
}
