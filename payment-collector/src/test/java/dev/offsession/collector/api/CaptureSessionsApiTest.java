package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CaptureSessionsApiTest {
  private static final String EMPTY = "{}";

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("ja");

  @Test
  void opensThePageForAWebAndTheSheetForAnApp() {
    open(null, EMPTY)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.id")
        .exists()
        .jsonPath("$.url")
        .value(String.class, url -> assertThat(url).startsWith(collector.url() + "/setup/"))
        .jsonPath("$.expires_at")
        .exists()
        .jsonPath("$.publishable_key")
        .isEqualTo("pk_test_offsession_dev")
        .jsonPath("$.client_secret")
        .value(String.class, secret -> assertThat(secret).startsWith("seti_"))
        .jsonPath("$.customer_session_client_secret")
        .exists()
        .jsonPath("$.ephemeral_key")
        .isEmpty();
  }

  @Test
  void givesAnEphemeralKeyToAnOlderSdk() {
    open(null, "{\"ephemeral_key_api_version\":\"2026-07-29.dahlia\"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.ephemeral_key")
        .value(String.class, key -> assertThat(key).startsWith("ek_test_"));
  }

  @Test
  void theSameKeyGetsTheSameAnswer() {
    var first = body(open("key-" + customer.reference(), EMPTY));
    var second = body(open("key-" + customer.reference(), EMPTY));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    open("key-" + customer.reference(), EMPTY).expectStatus().isCreated();

    open("key-" + customer.reference(), "{\"return_url\":\"https://shop.example/done\"}")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("idempotency_key_reused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "//evil.example",
        "http://shop.example/",
        "https://user:secret@shop.example/",
        "https://shop.example@evil.example/",
      })
  void aReturnUrlThatIsNoPlainHttpsAddressIsRefused(String url) {
    open(null, "{\"return_url\":\"" + url + "\"}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/return_url");
  }

  private ResponseSpec open(@Nullable String key, String body) {
    return collector
        .merchant()
        .post()
        .uri("/v1/customers/{reference}/capture-sessions", customer.reference())
        .headers(headers -> {
          if (key != null) {
            headers.set("Idempotency-Key", key);
          }
        })
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static String body(ResponseSpec response) {
    return Objects.requireNonNull(
        response
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }
}
