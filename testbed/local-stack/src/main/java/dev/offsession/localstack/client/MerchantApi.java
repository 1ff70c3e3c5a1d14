package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The HTTP calls of a merchant's backend. */
public final class MerchantApi {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpJson collector;
  private final HttpJson chargeWorker;

  /** Calls the services at these addresses with the local stack's API key. */
  public MerchantApi(Addresses addresses) {
    collector = new HttpJson(addresses.collector(), Credentials.API_KEY);
    chargeWorker = new HttpJson(addresses.chargeWorker(), Credentials.API_KEY);
  }

  /** A saved card, as payment-collector tells of it. */
  public record SavedCard(String paymentMethodId, String brand, String last4, boolean isDefault) {}

  /**
   * Creates or updates a customer.
   *
   * @param locale BCP 47, such as {@code ja}
   * @param timeZone such as {@code Asia/Tokyo}
   */
  public void putCustomer(
      String reference, String email, String name, String locale, String timeZone) {
    Map<String, String> body =
        Map.of("email", email, "name", name, "locale", locale, "time_zone", timeZone);
    collector.send("PUT", "/v1/customers/" + reference, body);
  }

  /** A fresh page on which the customer saves a card. */
  public URI captureUrl(String reference) {
    String path = "/v1/customers/" + reference + "/capture-sessions";
    return URI.create(collector.send("POST", path, Map.of()).path("url").asString());
  }

  /** What the customer has saved. */
  public List<SavedCard> savedCards(String reference) {
    JsonNode methods = collector.get("/v1/customers/" + reference + "/payment-methods");
    String standard = methods.path("default_payment_method_id").asString("");
    return methods.path("data").valueStream().map(method -> card(method, standard)).toList();
  }

  private static SavedCard card(JsonNode method, String standard) {
    String id = method.path("id").asString();
    return new SavedCard(
        id,
        method.path("brand").asString(""),
        method.path("last4").asString(""),
        id.equals(standard));
  }

  /** Makes a saved card the one that is charged. */
  public void makeDefault(String reference, String paymentMethodId) {
    collector.send(
        "PUT",
        "/v1/customers/" + reference + "/default-payment-method",
        Map.of("payment_method_id", paymentMethodId));
  }

  /** charge-worker's own comparison of Stripe's payments with its store; may take minutes. */
  public JsonNode reconciliation(Instant from, Instant to) {
    return chargeWorker.get("/v1/reconciliation?from=%s&to=%s".formatted(from, to), PATIENCE);
  }

  /** The charge as charge-worker tells of it; empty while it is unknown. */
  public Optional<JsonNode> charge(String requestId) {
    try {
      return Optional.of(chargeWorker.get("/v1/charges/" + requestId));
    } catch (StackCallException e) {
      if (String.valueOf(e.getMessage()).contains("answered with 404")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
