package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import dev.offsession.simulator.SimulatorSettings;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlTest {
  private Simulated simulated;
  private Customer customer;
  private PaymentMethod card;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    customer = simulated.customer();
    card = simulated.savedCard(customer, "pm_card_visa");
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Nested
  class HookedCards {
    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "pm_card_visa", "the card's own id"})
    void declineSoManyTimesAndThenPay(String subject) throws StripeException {
      hook(
          subject.startsWith("the") ? card.getId() : subject,
          "{\"outcome\":\"decline\",\"decline_code\":\"insufficient_funds\",\"times\":2}");
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

      CardException first = Simulated.declined(() -> simulated.confirmOffSession(intent, card));
      CardException second = Simulated.declined(() -> simulated.confirmOffSession(intent, card));
      PaymentIntent paid = simulated.confirmOffSession(intent, card);

      assertThat(first.getDeclineCode()).isEqualTo("insufficient_funds");
      assertThat(first.getStripeError().getAdviceCode()).isEqualTo("try_again_later");
      assertThat(first.getStripeError().getNetworkDeclineCode()).isEqualTo("51");
      assertThat(second.getDeclineCode()).isEqualTo("insufficient_funds");
      assertThat(paid.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void carryAnyAdvice() throws StripeException {
      hook(
          card.getId(),
          """
          {"outcome":"decline","decline_code":"do_not_honor","advice_code":"do_not_try_again",
           "network_decline_code":"46","network_advice_code":"03"}
          """);

      CardException declined =
          Simulated.declined(
              () -> simulated.confirmOffSession(simulated.payment(customer, 1200, "jpy"), card));

      assertThat(declined.getDeclineCode()).isEqualTo("do_not_honor");
      assertThat(declined.getStripeError().getAdviceCode()).isEqualTo("do_not_try_again");
      assertThat(declined.getStripeError().getNetworkDeclineCode()).isEqualTo("46");
      assertThat(declined.getStripeError().getNetworkAdviceCode()).isEqualTo("03");
    }

    @Test
    void canAskForTheCustomerOnlyWhenAbsent() throws StripeException {
      hook(
          card.getId(),
          "{\"outcome\":\"authentication_required\",\"off_session\":true,\"sticky\":true}");
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

      Simulated.declined(() -> simulated.confirmOffSession(intent, card));
      Simulated.declined(() -> simulated.confirmOffSession(intent, card));

      assertThat(simulated.confirmOnSession(intent, card).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void canTakeTheirTime() throws StripeException {
      hook(card.getId(), "{\"outcome\":\"processing\"}");
      PaymentIntent processing =
          simulated.confirmOffSession(simulated.payment(customer, 1200, "jpy"), card);

      simulated.http().control("/_sim/clock", "{\"advance\":\"PT10S\"}");

      assertThat(processing.getStatus()).isEqualTo("processing");
      assertThat(simulated.read(processing).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void canRefuseAfterTakingTheirTime() throws StripeException {
      hook(card.getId(), "{\"outcome\":\"processing\"}");
      PaymentIntent processing =
          simulated.confirmOffSession(simulated.payment(customer, 1200, "jpy"), card);

      simulated
          .http()
          .control(
              "/_sim/payment_intents/%s/settle".formatted(processing.getId()),
              "{\"decline_code\":\"insufficient_funds\"}");

      PaymentIntent failed = simulated.read(processing);
      assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
      assertThat(failed.getLastPaymentError().getDeclineCode()).isEqualTo("insufficient_funds");
    }

    private void hook(String subject, String json) {
      simulated.http().control("/_sim/cards/%s/next".formatted(subject), json);
    }
  }

  @Test
  void theLedgerCountsSuccessesByIntentCustomerAndRequest() throws StripeException {
    PaymentMethod failing = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    Simulated.declined(() -> simulated.confirmOffSession(intent, failing));
    simulated.confirmOffSession(intent, card);

    JsonNode ledger = simulated.http().look("/_sim/ledger");

    assertThat(ledger.get("charges").size()).isEqualTo(2);
    assertThat(ledger.at("/charges/0/status").asString()).isEqualTo("failed");
    assertThat(ledger.at("/charges/0/decline_code").asString()).isEqualTo("generic_decline");
    assertThat(ledger.at("/charges/1/metadata/offsession_request_id").asString()).isEqualTo("r-1");
    assertThat(ledger.at("/succeeded_per_payment_intent/" + intent.getId()).asInt()).isEqualTo(1);
    assertThat(ledger.at("/succeeded_per_customer/" + customer.getId()).asInt()).isEqualTo(1);
    assertThat(ledger.at("/succeeded_per_request/r-1").asInt()).isEqualTo(1);
    assertThat(ledger.at("/captured_minor_per_currency/jpy").asInt()).isEqualTo(1200);
  }

  @Test
  void theLedgerCanBeReadInParts() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    simulated.confirmOffSession(intent, card);

    JsonNode part = simulated.http().look("/_sim/ledger/r-");
    JsonNode other = simulated.http().look("/_sim/ledger/s-");

    assertThat(part.at("/succeeded_per_request/r-1").asInt()).isEqualTo(1);
    assertThat(other.get("charges").size()).isZero();
  }

  @Test
  void theRequestLogShowsKeysButNoCardsAndNoSecrets() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    simulated.confirmOffSession(intent, card, "confirm-77");
    simulated
        .http()
        .postForm(
            "/v1/payment_methods",
            "type=card&card[number]=4242424242424242&card[exp_month]=1&card[exp_year]=40&card[cvc]=987",
            "Authorization",
            "Bearer sk_test_very_secret");

    String log = simulated.http().get("/_sim/requests").body();

    assertThat(log)
        .contains("confirm-77", "/v1/payment_intents/%s/confirm".formatted(intent.getId()))
        .doesNotContain("4242424242424242", "987\"", "sk_test_very_secret");
  }

  @Test
  void theClockGoesForwardOnly() {
    Instant before = Instant.parse(simulated.http().look("/_sim/clock").get("now").asString());

    JsonNode after = simulated.http().control("/_sim/clock", "{\"advance\":\"P2D\"}");
    var back = simulated.http().send("POST", "/_sim/clock", "{\"set\":\"2020-01-01T00:00:00Z\"}");

    assertThat(Instant.parse(after.get("now").asString()))
        .isAfter(before.plus(java.time.Duration.ofDays(2)));
    assertThat(back.statusCode()).isEqualTo(400);
  }

  @Test
  void resetForgetsEverythingButTheEndpoints() throws StripeException {
    simulated.payment(customer, 1200, "jpy");

    JsonNode state = simulated.http().control("/_sim/reset", "{}");

    assertThat(state.get("customers").asInt()).isZero();
    assertThat(state.get("payment_intents").asInt()).isZero();
    assertThat(state.get("events").asInt()).isZero();
    assertThat(simulated.stripe().v1().customers().list().getData()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_seeded", "card_1OldCard", "src_1OldSource"})
  void seededMethodsMayHaveOlderIds(String id) throws StripeException {
    simulated
        .http()
        .control(
            "/_sim/seed",
            """
            {"customers":[{"id":"cus_seeded","email":"a@example.com","metadata":{"k":"v"},
              "payment_methods":[{"id":"%s","number":"4242424242424242"}]}]}
            """
                .formatted(id));

    Customer seeded = simulated.stripe().v1().customers().retrieve("cus_seeded");
    PaymentMethod method = simulated.stripe().v1().paymentMethods().retrieve(id);

    PaymentIntent paid =
        simulated.confirmOffSession(simulated.payment(seeded, 1200, "jpy"), method);
    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getPaymentMethod()).isEqualTo(id);
  }

  @Test
  void theSameSeedGivesTheSameIds() throws StripeException {
    try (Simulated one = Simulated.start(settings -> settings.withSeed(7));
        Simulated two = Simulated.start(settings -> settings.withSeed(7))) {
      assertThat(one.customer().getId()).isEqualTo(two.customer().getId());
    }
  }

  @Test
  void theControlApiStaysOnThisMachine() {
    assertThatThrownBy(() -> Simulated.start(settings -> settings.withHost("0.0.0.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback");
  }

  @Test
  void everyObjectCanBeLookedAt() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    JsonNode objects = simulated.http().look("/_sim/objects");

    assertThat(objects.at("/payment_intents/0/id").asString()).isEqualTo(intent.getId());
    assertThat(objects.at("/customers/0/email").asString()).isEqualTo("jenny@example.com");
  }

  @Test
  void theControlApiCanBeSwitchedOff() {
    try (Simulated closed = Simulated.start(SimulatorSettings::withoutControlApi)) {
      assertThat(closed.http().get("/_sim/state").statusCode()).isNotEqualTo(200);
      assertThat(closed.http().get("/health").statusCode()).isEqualTo(200);
    }
  }
}
