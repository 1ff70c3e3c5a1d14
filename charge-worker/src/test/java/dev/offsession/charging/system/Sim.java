package dev.offsession.charging.system;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator from the outside: customers, faults, challenges, and the money truth. */
final class Sim {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String baseUrl;
  private final StripeClient stripe;

  Sim(String baseUrl, String key) {
    this.baseUrl = baseUrl;
    this.stripe = StripeClient.builder().setApiKey(key).setApiBase(baseUrl).build();
  }

  String newCustomer() {
    return call(() -> stripe.v1().customers().create(CustomerCreateParams.builder().build()))
        .getId();
  }

  /** Attaches a test card, and returns the new method's id. */
  String attach(String customer, String testMethod) {
    PaymentMethodAttachParams params =
        PaymentMethodAttachParams.builder().setCustomer(customer).build();
    return call(() -> stripe.v1().paymentMethods().attach(testMethod, params)).getId();
  }

  StripeClient stripe() {
    return stripe;
  }

  /** The bank's next answers for a method, in order. */
  void next(String method, String json) {
    control("POST", "/_sim/cards/" + method + "/next", json);
  }

  void fault(String json) {
    control("POST", "/_sim/faults", json);
  }

  void webhooks(String json) {
    control("POST", "/_sim/webhooks/mode", json);
  }

  /** Answers the bank's challenge, as the customer would. */
  void challenge(String intent, String outcome) {
    control(
        "POST",
        "/_sim/payment_intents/" + intent + "/challenge",
        "{\"outcome\":\"" + outcome + "\"}");
  }

  /** Successful charges at Stripe that carry this request's id. */
  List<JsonNode> paid(String requestId) {
    return charges(requestId).stream()
        .filter(charge -> charge.path("status").asString().equals("succeeded"))
        .toList();
  }

  /** All charges at Stripe that carry this request's id. */
  List<JsonNode> charges(String requestId) {
    return control("GET", "/_sim/ledger", "")
        .path("charges")
        .valueStream()
        .filter(charge ->
            requestId.equals(charge.path("metadata").path("offsession_request_id").asString("")))
        .toList();
  }

  JsonNode control(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " answered " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  interface StripeCall<T> {
    T send() throws StripeException;
  }

  static <T> T call(StripeCall<T> call) {
    try {
      return call.send();
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }
}
