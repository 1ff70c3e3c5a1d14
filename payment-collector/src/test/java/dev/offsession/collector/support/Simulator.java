package dev.offsession.collector.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Levers of the Stripe simulator.
 *
 * @param baseUrl where it answers
 */
public record Simulator(HttpClient http, String baseUrl) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Pulls one lever. */
  public JsonNode control(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many successful charges a payment has; more than one must never be. */
  public long ledger(String paymentIntent) {
    return control("GET", "/_sim/ledger", "")
        .path("succeeded_per_payment_intent")
        .path(paymentIntent)
        .asLong(0);
  }

  /** How many calls to Stripe changed something so far. */
  public long writes() {
    return control("GET", "/_sim/requests", "")
        .valueStream()
        .flatMap(node -> node.isArray() ? node.valueStream() : java.util.stream.Stream.of(node))
        .filter(call -> "POST".equals(call.path("method").asString("")))
        .count();
  }
}
