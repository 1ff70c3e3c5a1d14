package dev.offsession.collector.security;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.StoredData;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls routes, and remembers what was answered. */
record Calls(RunningCollector collector) {
  /** What a caller got. */
  record Answer(int status, String body, HttpHeaders headers) {}

  /** Calls a route as our own page does, with this token in its path. */
  Answer withToken(Route route, String token) {
    return send(collector.page(), route, route.path().replace("{token}", token), _ -> {});
  }

  /** Calls a route of the API for this customer, with these headers. */
  Answer withHeaders(Route route, String reference, Consumer<HttpHeaders> headers) {
    var path = route.path().replace("{reference}", reference).replace("{id}", "pm_unknown");
    return send(collector.anonymous(), route, path, headers, reference);
  }

  Answer send(WebTestClient client, Route route, String path, Consumer<HttpHeaders> headers) {
    return send(client, route, path, headers, "");
  }

  private static Answer send(
      WebTestClient client,
      Route route,
      String path,
      Consumer<HttpHeaders> headers,
      String reference) {
    var request = client.method(HttpMethod.valueOf(route.verb())).uri(path).headers(headers);
    var sent =
        route.body() == null
            ? request
            : request
                .contentType(route.type())
                .bodyValue(route.body().replace("{reference}", reference));
    var result = sent.exchange().expectBody(String.class).returnResult();
    return new Answer(
        result.getStatus().value(),
        Objects.requireNonNullElse(result.getResponseBody(), ""),
        result.getResponseHeaders());
  }

  /** A fresh link of a fresh customer that rightly opens this door. */
  String link(Route.Door door, TestCustomer customer) {
    return switch (door) {
      case SETUP -> customer.setupLink();
      case SAVED -> customer.savedLink();
      case PAY -> {
        var method = customer.saveCard("pm_card_authenticationRequired");
        yield customer.payLink("req_" + UUID.randomUUID(), customer.stuckPayment(method));
      }
      case CARDS -> customer.cardsLink();
      case PREFERENCES -> customer.preferencesLink();
      case MERCHANT, INTERNAL, EVERYBODY -> throw new IllegalArgumentException("no link");
    };
  }

  static String token(String link) {
    return StoredData.token(link);
  }
}
