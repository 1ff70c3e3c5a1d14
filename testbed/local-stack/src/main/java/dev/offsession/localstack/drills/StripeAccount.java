package dev.offsession.localstack.drills;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StripeSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The merchant's account at the simulated Stripe: makes things happen, and lists what happened. */
final class StripeAccount {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI base;
  private final String key;

  StripeAccount(Addresses addresses, StripeSide stripe) {
    this.base = addresses.simulator();
    this.key = stripe.secretKey();
  }

  /** A payment that is made and given up: two events. */
  void makesAndCancelsAPayment() {
    String id = post("/v1/payment_intents", "amount=1200&currency=jpy").path("id").asString();
    post("/v1/payment_intents/" + id + "/cancel", "");
  }

  /** Ids of all events, by Stripe's own list. */
  Set<String> eventIds() {
    Set<String> ids = new HashSet<>();
    String after = "";
    while (true) {
      JsonNode page = send(request("/v1/events?limit=100" + after).GET());
      page.path("data").forEach(event -> ids.add(event.path("id").asString()));
      if (!page.path("has_more").asBoolean()) {
        return ids;
      }
      JsonNode data = page.path("data");
      after = "&starting_after=" + data.get(data.size() - 1).path("id").asString();
    }
  }

  private JsonNode post(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s: %d".formatted(request.build().uri(), answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the simulator", e);
    }
  }
}
