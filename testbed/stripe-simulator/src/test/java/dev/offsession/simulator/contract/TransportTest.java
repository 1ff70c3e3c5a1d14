package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TransportTest {
  private static final String SECRET_KEY = "Bearer sk_test_transport";

  private Simulated simulated;

  @BeforeEach
  void start() {
    simulated = Simulated.start();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Nested
  class Keys {
    @ParameterizedTest
    @ValueSource(strings = {"sk_live_abc", "rk_live_abc", "pk_live_abc", "something"})
    void liveAndUnknownKeysAreRefused(String key) {
      assertThatThrownBy(() -> simulated.clientWith(key).v1().customers().list())
          .isInstanceOfSatisfying(
              AuthenticationException.class,
              error -> {
                assertThat(error.getStatusCode()).isEqualTo(401);
                assertThat(error.getMessage()).contains("Invalid API Key").doesNotContain(key);
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_abc", "rk_test_abc"})
    void testKeysAreWelcome(String key) throws Exception {
      assertThat(simulated.clientWith(key).v1().customers().list().getData()).isEmpty();
    }

    @Test
    void aPublishableKeyIsNotEnoughForTheServersEndpoints() {
      assertThatThrownBy(() -> simulated.clientWith("pk_test_abc").v1().customers().list())
          .isInstanceOfSatisfying(
              PermissionException.class,
              error -> assertThat(error.getCode()).isEqualTo("secret_key_required"));
    }

    @Test
    void noKeyIsRefused() {
      HttpResponse<String> response = simulated.http().get("/v1/customers");

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(error(response).get("message").asString())
          .startsWith("You did not provide an API key");
    }

    @Test
    void basicAuthenticationWorksToo() {
      String credentials =
          Base64.getEncoder().encodeToString("sk_test_abc:".getBytes(StandardCharsets.UTF_8));

      HttpResponse<String> response =
          simulated.http().get("/v1/customers", "Authorization", "Basic " + credentials);

      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class Replies {
    @Test
    void carryStripesHeaders() {
      HttpResponse<String> response =
          simulated
              .http()
              .postForm(
                  "/v1/customers", "", "Authorization", SECRET_KEY, "Idempotency-Key", "key-1");

      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(response.headers().firstValue("Request-Id").orElseThrow()).startsWith("req_");
      assertThat(response.headers().firstValue("Stripe-Version")).hasValue("2026-07-29.dahlia");
      assertThat(response.headers().firstValue("Idempotency-Key")).hasValue("key-1");
      assertThat(response.headers().firstValue("Date")).isPresent();
      assertThat(response.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void echoTheRequestedVersion() {
      HttpResponse<String> response =
          simulated
              .http()
              .get("/v1/customers", "Authorization", SECRET_KEY, "Stripe-Version", "2025-09-30.x");

      assertThat(response.headers().firstValue("Stripe-Version")).hasValue("2025-09-30.x");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/nothing", "DELETE, /v1/payment_intents", "POST, /v1/events"})
    void unknownPathsAndMethodsAreNotFound(String method, String path) {
      HttpResponse<String> response =
          simulated.http().send(method, path, "", "Authorization", SECRET_KEY);

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(error(response).get("type").asString()).isEqualTo("invalid_request_error");
      assertThat(error(response).get("message").asString()).contains(method + ": " + path);
    }

    @Test
    void jsonBodiesAreRefused() {
      HttpResponse<String> response =
          simulated
              .http()
              .send(
                  "POST",
                  "/v1/customers",
                  "{}",
                  "Authorization",
                  SECRET_KEY,
                  "Content-Type",
                  "application/json");

      assertThat(response.statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Parameters {
    @ParameterizedTest
    @CsvSource({
      "amount=100&currency=usd&foo=1, parameter_unknown, foo",
      "amount=100&currency=usd&automatic_payment_methods[foo]=1, parameter_unknown,"
          + " automatic_payment_methods[foo]",
      "currency=usd, parameter_missing, amount",
      "amount=100, parameter_missing, currency",
      "amount=&currency=usd, parameter_invalid_empty, amount",
      "amount=1e3&currency=usd, parameter_invalid_integer, amount",
      "amount=12.5&currency=usd, parameter_invalid_integer, amount",
      "amount=100&currency=usd&confirm=yes, , confirm",
      "amount=100&currency=usd&setup_future_usage=sometimes, , setup_future_usage",
      "amount=100&currency=usd&payment_method_types[]=barter, , payment_method_types"
    })
    void wrongOnesAreNamed(
        String form, @org.jspecify.annotations.Nullable String code, String param) {
      HttpResponse<String> response =
          simulated.http().postForm("/v1/payment_intents", form, "Authorization", SECRET_KEY);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(error(response).path("code").asString(null)).isEqualTo(code);
      assertThat(error(response).get("param").asString()).isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "payment_method_types[]=card&expand[]=customer",
          "payment_method_types[0]=card&expand[0]=customer",
          "payment_method_types%5B%5D=card"
        })
    void listsComeInSeveralSpellings(String list) {
      HttpResponse<String> response =
          simulated
              .http()
              .postForm(
                  "/v1/payment_intents",
                  "amount=100&currency=usd&" + list,
                  "Authorization",
                  SECRET_KEY);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(Http.json(response).at("/payment_method_types/0").asString()).isEqualTo("card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expand[]=amount", "expand[]=nothing", "expand[]=a.b.c.d.e"})
    void whatCannotBeExpandedIsRefused(String expand) {
      HttpResponse<String> response =
          simulated
              .http()
              .postForm(
                  "/v1/payment_intents",
                  "amount=100&currency=usd&" + expand,
                  "Authorization",
                  SECRET_KEY);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(error(response).get("param").asString()).isEqualTo("expand");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "limit=0",
          "limit=101",
          "starting_after=cus_x",
          "starting_after=a&ending_before=b"
        })
    void wrongCursorsAndLimitsAreRefused(String query) {
      HttpResponse<String> response =
          simulated.http().get("/v1/customers?" + query, "Authorization", SECRET_KEY);

      assertThat(response.statusCode()).isEqualTo(400);
    }
  }

  private static JsonNode error(HttpResponse<String> response) {
    return Http.json(response).get("error");
  }
}
