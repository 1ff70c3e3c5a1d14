package dev.offsession.charging.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.ApiResource;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the intent out of an event's JSON, whatever API version rendered it: stripe-java's own way
 * gives nothing for other versions, and we need few fields.
 */
public final class StripeIntentReader implements IntentReader {
  @Override
  public Optional<IntentSnapshot> fromEvent(byte[] body) {
    try {
      JsonObject event =
          ApiResource.GSON.fromJson(new String(body, StandardCharsets.UTF_8), JsonObject.class);
      JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
      return "payment_intent".equals(object.get("object").getAsString())
          ? Optional.of(IntentSnapshots.of(ApiResource.GSON.fromJson(object, PaymentIntent.class)))
          : Optional.empty();
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | IllegalArgumentException
        | NullPointerException _) {
      // Not an event as we know it; the body is never repeated in a log.
      return Optional.empty();
    }
  }
}
