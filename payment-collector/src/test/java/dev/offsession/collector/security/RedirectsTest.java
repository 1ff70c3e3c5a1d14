package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is sent, and nothing of ours is made to go, where the operator did not say. */
class RedirectsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://evil.example/",
        "http://shop.example/",
        "https://shop.example:8443/",
        "https://shop.example.evil.example/",
        "https://evil-shop.example/",
        "https://user:secret@shop.example/",
        "https://shop.example@evil.example/",
        "https://shop.example%40evil.example/",
        "https://shop.example\\@evil.example/",
        "https://evil.example#https://shop.example/",
        "https://evil.example?https://shop.example/",
        "https://shop.example\tevil.example/",
        "https://shop.example/\r\nLocation: https://evil.example",
        " https://shop.example/",
        "ftp://shop.example/",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1@evil.example/",
      })
  void aCustomerIsNotSentElsewhere(String url) {
    for (var sessions : new String[] {"capture-sessions", "recovery-sessions", "manage-sessions"}) {
      var body = JSON.createObjectNode().put("return_url", url);
      body.put("payment_intent_id", "pi_any");

      collector
          .merchant()
          .post()
          .uri("/v1/customers/{reference}/" + sessions, customer.reference())
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(body.toString())
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("return_url_not_allowed")
          .jsonPath("$.errors[0].pointer")
          .isEqualTo("/return_url");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "https://shop.example/account?from=pay&x=1#top",
        "https://SHOP.example:443/",
      })
  void theMerchantsOwnPagesAreReached(String url) {
    collector
        .merchant()
        .post()
        .uri("/v1/customers/{reference}/manage-sessions", customer.reference())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(JSON.createObjectNode().put("return_url", url).toString())
        .exchange()
        .expectStatus()
        .isCreated();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/push",
        "https://fcm.googleapis.com@evil.example/push",
        "https://fcm.googleapis.com.evil.example/push",
        "http://fcm.googleapis.com/push",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/push",
        "https://10.0.0.5/push",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_SET",
        "//fcm.googleapis.com/push",
        "https://fcm.googleapis.com/push#x",
        "not an address",
      })
  void nothingIsSentToAPushServiceWeDoNotKnow(String endpoint) {
    var body = JSON.createObjectNode().put("endpoint", endpoint);
    body.put("p256dh", RunningCollector.VAPID_PUBLIC_KEY).put("auth", "AAAAAAAAAAAAAAAAAAAAAA");

    collector
        .page()
        .post()
        .uri(customer.savedLink() + "/push-subscriptions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.toString())
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("push_subscription_invalid");
    assertThat(collector.stored().customer(customer.reference()).get("push_subscriptions"))
        .isNull();
  }

  @Test
  void whatStripeAppendsToTheAddressSendsNobodyAnywhere() {
    var link = customer.setupLink();

    var answer =
        collector
            .anonymous()
            .get()
            .uri(link + "?redirect_status=succeeded&return_url=https://evil.example&lang=en")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult();

    assertThat(Objects.requireNonNull(answer.getResponseBody()))
        .contains("data-state=\"ready\"")
        .doesNotContain("evil.example");
  }
}
