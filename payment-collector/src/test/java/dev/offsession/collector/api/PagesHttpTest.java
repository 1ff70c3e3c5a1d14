package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.topics.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PagesHttpTest {
  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");
  private final String requestId = "req_" + UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {"x", "not-a-token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void everyWrongTokenGetsTheSameAnswer(String token) {
    var expected = page("/pay/" + LinkToken.random().value());

    assertThat(page("/pay/" + token)).isEqualTo(expected);
    assertThat(page("/setup/" + token)).isEqualTo(expected);
  }

  @Test
  void aTokenOpensOnlyItsOwnPage() {
    var link = customer.setupLink();

    get(link.replace("/setup/", "/pay/")).expectStatus().isNotFound();
  }

  @Nested
  class TheSecret {
    private final String intent =
        customer.stuckPayment(customer.saveCard("pm_card_authenticationRequired"));
    private final String link = customer.payLink(requestId, intent);

    @Test
    void isNeverInThePageOrItsStatus() {
      assertThat(text(get(link))).doesNotContain("_secret_").doesNotContain(intent);
      assertThat(text(get(link + "/status"))).isEqualTo("{\"state\":\"authenticate\"}");
    }

    @Test
    void isGivenToThePageItself() {
      act("saved_card", Map.of("X-Offsession-Page", "1", "Sec-Fetch-Site", "same-origin"))
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("Cache-Control", "no-store")
          .expectBody()
          .jsonPath("$.client_secret")
          .value(String.class, secret -> assertThat(secret).startsWith(intent + "_secret_"))
          .jsonPath("$.action")
          .isEqualTo("confirm_saved");
    }

    @Test
    void isNotGivenToAnotherSite() {
      act("saved_card", Map.of()).expectStatus().isForbidden();
      act("saved_card", Map.of("X-Offsession-Page", "1", "Sec-Fetch-Site", "cross-site"))
          .expectStatus()
          .isForbidden();
    }

    @Test
    void isNotGivenForAnUnknownChoice() {
      act("anything", Map.of("X-Offsession-Page", "1")).expectStatus().isBadRequest();
    }

    private ResponseSpec act(String choice, Map<String, String> headers) {
      return collector
          .anonymous()
          .post()
          .uri(link + "/act")
          .headers(all -> headers.forEach(all::set))
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue("{\"choice\":\"" + choice + "\"}")
          .exchange();
    }
  }

  @Nested
  class WhenTheChargeHasEnded {
    private final String intent =
        customer.stuckPayment(customer.saveCard("pm_card_chargeCustomerFail"));
    private final String link = customer.payLink(requestId, intent);

    @Test
    void aCanceledPaymentSaysSo() throws Exception {
      collector.stripe().v1().paymentIntents().cancel(intent);

      assertThat(text(get(link)))
          .contains("data-state=\"canceled\"")
          .contains("You will not be charged");
    }

    @Test
    void theChargesEventEndsTheLink() {
      publish(ChargeEventType.EXPIRED);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(text(get(link))).contains("data-state=\"expired\""));
      get(link).expectStatus().isEqualTo(410);
    }

    @Test
    void aGivenUpChargeIsClosed() {
      collector.part(LinkService.class).endAllOfCharge(requestId, LinkEnd.FAILED).block();

      assertThat(text(get(link))).contains("data-state=\"failed\"");
    }

    private void publish(ChargeEventType type) {
      var event =
          ChargeEvent.newBuilder()
              .setEventId(requestId + "#3")
              .setRequestId(requestId)
              .setCustomerReference(customer.reference())
              .setSequence(3)
              .setOccurredAt(Instant.now())
              .setAmountMinor(1200)
              .setCurrency("jpy")
              .setType(type)
              .build();
      collector
          .part(EventPublisher.class)
          .publish(
              new OutgoingEvent(
                  Topic.CHARGE_EVENTS,
                  requestId,
                  event,
                  event.getEventId(),
                  type.name(),
                  "/test",
                  Instant.now()))
          .join();
    }
  }

  @Test
  void anotherCustomersPaymentIsNeverShown() {
    var stranger = TestCustomer.speaking("en");
    var payment = stranger.newPayment();

    var answer = get(customer.payLink(requestId, payment));

    answer.expectStatus().isEqualTo(503);
    assertThat(text(answer)).doesNotContain("1,200");
  }

  @Test
  void whenStripeCannotBeReachedThePageSaysToTryAgain() {
    var link = customer.payLink(requestId, customer.newPayment());
    collector
        .simulator()
        .control(
            "POST",
            "/_sim/faults",
            "{\"match\":{\"method\":\"GET\",\"path\":\"/v1/payment_intents/*\"},\"fault\":\"503\",\"times\":1}");

    var answer = get(link);

    answer.expectStatus().isEqualTo(503);
    assertThat(text(answer)).contains("you have not been charged");
    get(link).expectStatus().isOk();
  }

  private ResponseSpec get(String url) {
    return collector.anonymous().get().uri(URI.create(url)).exchange();
  }

  private String page(String path) {
    var answer = get(collector.url() + path);
    answer.expectStatus().isNotFound();
    return text(answer).replaceAll("nonce=\"[^\"]*\"", "");
  }

  private static String text(ResponseSpec answer) {
    return Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody());
  }
}
