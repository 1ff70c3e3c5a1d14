package dev.offsession.charging.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiRequestParams;
import com.stripe.net.ApiResource;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.FormEncoder;
import com.stripe.net.RawRequestOptions;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentIntentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls about PaymentIntents, with stripe-java's parameters, transport and errors; only the
 * answers are read by {@link IntentSnapshots}. What cannot be read throws a {@link
 * RuntimeException}.
 */
final class StripeIntents {
  private static final String PATH = "/v1/payment_intents";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final StripeClient client;

  StripeIntents(StripeClient client) {
    this.client = client;
  }

  /**
   * A part of a list, the newest first.
   *
   * @param next where the next part begins ({@code starting_after}); empty when this is the last
   */
  record Page(List<IntentSnapshot> intents, Optional<String> next) {}

  IntentSnapshot create(ApiRequestParams params, IdempotencyKey key) throws StripeException {
    return IntentSnapshots.of(post(PATH, params, key));
  }

  IntentSnapshot confirm(PaymentIntentId intent, ApiRequestParams params, IdempotencyKey key)
      throws StripeException {
    return IntentSnapshots.of(post(path(intent) + "/confirm", params, key));
  }

  IntentSnapshot cancel(PaymentIntentId intent, ApiRequestParams params) throws StripeException {
    return IntentSnapshots.of(post(path(intent) + "/cancel", params, null));
  }

  IntentSnapshot retrieve(PaymentIntentId intent, ApiRequestParams params) throws StripeException {
    return IntentSnapshots.of(get(path(intent), params));
  }

  Page list(ApiRequestParams params) throws StripeException {
    JsonNode page = get(PATH, params);
    List<IntentSnapshot> intents =
        page.required("data").valueStream().map(IntentSnapshots::of).toList();
    boolean more = page.path("has_more").asBoolean(false) && !intents.isEmpty();
    return new Page(intents, more ? Optional.of(intents.getLast().id().value()) : Optional.empty());
  }

  /** The intent that an error tells of. */
  static Optional<IntentSnapshot> ofError(StripeException thrown) {
    var error = thrown.getStripeError();
    return error == null || error.getLastResponse() == null
        ? Optional.empty()
        : Optional.of(read(error.getLastResponse().body()).path("error").path("payment_intent"))
            .filter(JsonNode::isObject)
            .map(IntentSnapshots::of);
  }

  private static String path(PaymentIntentId intent) throws StripeException {
    return PATH + "/" + ApiResource.urlEncodeId(intent.value());
  }

  private JsonNode post(String path, ApiRequestParams params, @Nullable IdempotencyKey key)
      throws StripeException {
    var options = RawRequestOptions.builder();
    if (key != null) {
      options.setIdempotencyKey(key.value());
    }
    return read(
        client.rawRequest(RequestMethod.POST, path, encoded(params), options.build()).body());
  }

  private JsonNode get(String path, ApiRequestParams params) throws StripeException {
    String query = encoded(params);
    String full = query.isEmpty() ? path : path + "?" + query;
    return read(client.rawRequest(RequestMethod.GET, full, null).body());
  }

  private static String encoded(ApiRequestParams params) {
    return FormEncoder.createQueryString(params.toMap());
  }

  private static JsonNode read(String json) {
    return JSON.readTree(json);
  }
}
