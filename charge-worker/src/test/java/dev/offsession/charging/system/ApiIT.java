package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.AUTHENTICATION_REQUIRED;
import static dev.offsession.schemas.ChargeEventType.CANCELED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of the merchant's systems. */
class ApiIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;
  private final News news = worker.news;

  @Test
  void tellsWhereAChargeStands() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    String id = upstream.charge(payer);
    news.awaitTypes(id, ACCEPTED, SUCCEEDED);

    JsonNode charge = body(get("/v1/charges/" + id));

    assertThat(charge.path("state").asString()).isEqualTo("SUCCEEDED");
    assertThat(charge.path("request_id").asString()).isEqualTo(id);
    assertThat(charge.path("customer_reference").asString()).isEqualTo(payer.reference());
    assertThat(charge.path("amount_minor").asLong()).isEqualTo(1200);
    assertThat(charge.path("currency").asString()).isEqualTo("jpy");
    assertThat(charge.path("payment_intent_id").asString()).startsWith("pi_");
    assertThat(charge.path("attempt").asInt()).isEqualTo(1);
    assertThat(charge.path("history").valueStream().map(e -> e.path("state").asString()))
        .containsExactly("RECEIVED", "CREATING", "CONFIRMING", "SUCCEEDED");
  }

  @Test
  void listsChargesPageByPage() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    for (int i = 0; i < 3; i++) {
      news.awaitTypes(upstream.charge(payer), ACCEPTED, SUCCEEDED);
    }
    String path = "/v1/charges?customer_reference=" + payer.reference() + "&limit=2";

    JsonNode first = body(get(path + "&state=SUCCEEDED"));
    String last = first.path("data").path(1).path("request_id").asString();
    JsonNode second = body(get(path + "&starting_after=" + last));

    assertThat(first.path("data")).hasSize(2);
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(second.path("data")).hasSize(1);
    assertThat(second.path("has_more").asBoolean()).isFalse();
    assertThat(body(get(path + "&older_than=1h")).path("data")).isEmpty();
    assertThat(body(get(path + "&state=FAILED")).path("data")).isEmpty();
  }

  @Test
  void cancels() {
    Upstream.Payer payer = upstream.payer("pm_card_authenticationRequired");
    String id = upstream.charge(payer);
    news.awaitTypes(id, ACCEPTED, AUTHENTICATION_REQUIRED);

    HttpResponse<String> answer = post("/v1/charges/" + id + "/cancel", "{\"reason\":\"gone\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    news.awaitTypes(id, ACCEPTED, AUTHENTICATION_REQUIRED, CANCELED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?state=GONE", "?older_than=soon"})
  void refusesABadQuery(String query) {
    HttpResponse<String> answer = get("/v1/charges" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void answersProblemsForUnknownChargesAndBadReasons() {
    assertThat(get("/v1/charges/nobody").statusCode()).isEqualTo(404);
    assertThat(post("/v1/charges/nobody/cancel", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    HttpResponse<String> empty = post("/v1/charges/nobody/cancel", "{}");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(body(empty).path("errors").path(0).path("pointer").asString()).isEqualTo("/reason");
  }

  @Test
  void wantsTheKey() {
    HttpRequest nameless =
        HttpRequest.newBuilder(URI.create(worker.baseUrl + "/v1/charges")).build();

    assertThat(send(nameless).statusCode()).isEqualTo(401);
  }

  @Test
  void isHealthyAndMeasured() {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus").body())
        .contains(
            "offsession_charges_window", "offsession_stripe_pace", "offsession_stripe_key_refused");
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(worker.baseUrl + path))
        .header("Authorization", "Bearer " + WorkerFixture.API_KEY);
  }

  private static JsonNode body(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
