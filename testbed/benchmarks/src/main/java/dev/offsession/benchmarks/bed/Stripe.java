package dev.offsession.benchmarks.bed;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.WebhookEndpointCreateParams;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A simulated Stripe under control: its customers, latency, quotas, faults and ledger. */
public final class Stripe {
  private static final String ANY_KEY = "sk_test_benchmarks";

  private final Json control;
  private final URI url;

  Stripe(URI url) {
    this.url = url;
    this.control = new Json(url);
  }

  /** Where it is. */
  public URI url() {
    return url;
  }

  /** Forgets everything, and has customers with a good card again. */
  public void reset(int customers) {
    control.call("POST", "/_sim/reset", Map.of());
    quotas(0, 0);
    control.call(
        "POST",
        "/_sim/seed",
        Map.of("customers", IntStream.range(0, customers).mapToObj(Stripe::customer).toList()));
  }

  private static Map<String, Object> customer(int number) {
    return Map.of(
        "id",
        Customers.stripeId(number),
        "payment_methods",
        List.of(Map.of("id", Customers.cardId(number), "number", "4242424242424242")));
  }

  /** Every POST takes this long from now on; other faults end. */
  public void latency(Duration latency) {
    calm();
    addLatency(latency);
  }

  /** Every POST that no earlier fault hits takes this long from now on. */
  public void addLatency(Duration latency) {
    if (latency.isPositive()) {
      control.call(
          "POST",
          "/_sim/faults",
          Map.of(
              "match",
              Map.of("method", "POST"),
              "fault",
              "latency",
              "times",
              0,
              "ms",
              latency.toMillis()));
    }
  }

  /** Ends latency and faults. */
  public void calm() {
    control.call("DELETE", "/_sim/faults", Map.of());
  }

  /** The next confirm for this customer goes wrong; faults set earlier come first. */
  public void confirmGoesWrong(int customer, String fault, Duration silence) {
    control.call(
        "POST",
        "/_sim/faults",
        Map.of(
            "match",
            Map.of(
                "method", "POST",
                "path", "/v1/payment_intents/*/confirm",
                "customer", Customers.stripeId(customer)),
            "fault",
            fault,
            "times",
            1,
            "ms",
            silence.toMillis()));
  }

  /** How many faults still wait for their call. */
  public int faultsLeft() {
    return control.get("/_sim/state").path("faults").asInt();
  }

  /** Calls per second that are let in, 0 for any number; counts from zero. */
  public void quotas(int account, int endpoint) {
    control.call(
        "POST",
        "/_sim/quotas",
        Map.of("account_per_second", account, "endpoint_per_second", endpoint));
  }

  /** Share of the calls since the quotas were set that were refused, in percent. */
  public double refusedPercent() {
    JsonNode counts = control.get("/_sim/quotas");
    double refused = counts.path("refused").asDouble();
    return 100 * refused / Math.max(1, refused + counts.path("admitted").asDouble());
  }

  /** Successful charges by request id. */
  public JsonNode ledger() {
    return control.get("/_sim/ledger");
  }

  /** How many of the latest calls were repeats that a saved answer met. */
  public long replays() {
    return control
        .get("/_sim/requests")
        .path("data")
        .valueStream()
        .filter(call -> call.path("replayed").asBoolean())
        .count();
  }

  /** Delivers every event to this address from now on; returns the signing secret. */
  public String deliverTo(URI endpoint) {
    try {
      return client()
          .v1()
          .webhookEndpoints()
          .create(
              WebhookEndpointCreateParams.builder()
                  .setUrl(endpoint.toString())
                  .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.ALL)
                  .build())
          .getSecret();
    } catch (StripeException e) {
      throw new IllegalStateException("The simulator did not take the endpoint", e);
    }
  }

  /** The API itself. */
  public StripeClient client() {
    return StripeClient.builder().setApiKey(ANY_KEY).setApiBase(url.toString()).build();
  }
}
