package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private Simulated simulated;
  private Customer customer;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    customer = simulated.customer();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void theSameCallAgainGivesTheSameAnswerAndNoSecondEffect() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent intent = create("create-1", 1200);

    PaymentIntent again = create("create-1", 1200);
    PaymentIntent paid = simulated.confirmOffSession(intent, card, "confirm-1");
    PaymentIntent paidAgain = simulated.confirmOffSession(intent, card, "confirm-1");

    assertThat(again.getId()).isEqualTo(intent.getId());
    assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .hasValue("true");
    assertThat(again.getLastResponse().body()).isEqualTo(intent.getLastResponse().body());
    assertThat(paidAgain.getLatestCharge()).isEqualTo(paid.getLatestCharge());
    assertThat(successes()).isEqualTo(1);
    assertThat(events("payment_intent.succeeded")).isEqualTo(1);
  }

  @Test
  void aDeclineIsReplayedForEver() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    PaymentIntent intent = create("create-1", 1200);

    CardException first =
        Simulated.declined(() -> simulated.confirmOffSession(intent, card, "confirm-1"));
    CardException second =
        Simulated.declined(() -> simulated.confirmOffSession(intent, card, "confirm-1"));

    assertThat(second.getCharge()).isEqualTo(first.getCharge());
    assertThat(events("payment_intent.payment_failed")).isEqualTo(1);
  }

  @Test
  void theSameKeyWithOtherParametersIsAnError() throws StripeException {
    create("create-1", 1200);

    assertThatThrownBy(() -> create("create-1", 1300))
        .isInstanceOfSatisfying(
            IdempotencyException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(400);
              assertThat(error.getStripeError().getType()).isEqualTo("idempotency_error");
              assertThat(error.getMessage()).contains("same parameters");
            });
  }

  @Test
  void theSameKeyOnAnotherEndpointIsAnError() throws StripeException {
    create("create-1", 1200);

    assertThatThrownBy(() ->
            simulated
                .stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().build(), Simulated.key("create-1")))
        .isInstanceOf(IdempotencyException.class)
        .hasMessageContaining("'/v1/customers' vs '/v1/payment_intents'");
  }

  @Test
  void twoAtATimeGiveAConflict() throws Exception {
    simulated
        .http()
        .control(
            "/_sim/faults",
            """
            {"match":{"method":"POST","path":"/v1/payment_intents"},"fault":"latency","ms":1500}
            """);
    CompletableFuture<PaymentIntent> slow =
        CompletableFuture.supplyAsync(() -> {
          try {
            return create("create-1", 1200);
          } catch (StripeException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.sleep(400);

    assertThatThrownBy(() -> create("create-1", 1200))
        .isInstanceOfSatisfying(
            ApiException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(409);
              assertThat(error.getCode()).isEqualTo("idempotency_key_in_use");
            });
    assertThat(finished(slow).getId()).isEqualTo(create("create-1", 1200).getId());
  }

  @Test
  void aCallWithWrongParametersLeavesTheKeyFree() throws StripeException {
    assertThatThrownBy(() -> create("create-1", 10)).isInstanceOf(InvalidRequestException.class);

    assertThat(create("create-1", 1200).getAmount()).isEqualTo(1200);
  }

  @Test
  void keysAreForgottenAfterADayOfTheSimulatedClock() throws StripeException {
    PaymentIntent first = create("create-1", 1200);

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT23H\"}");
    PaymentIntent sameDay = create("create-1", 1200);
    simulated.http().control("/_sim/clock", "{\"advance\":\"PT2H\"}");
    PaymentIntent nextDay = create("create-1", 1200);

    assertThat(sameDay.getId()).isEqualTo(first.getId());
    assertThat(nextDay.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void anIntentSucceedsOnlyOnceEvenWhenTheKeyIsForgotten() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent intent = create("create-1", 1200);
    simulated.confirmOffSession(intent, card, "confirm-1");

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT25H\"}");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "confirm-1"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> assertThat(error.getCode()).isEqualTo("payment_intent_unexpected_state"));
    assertThat(successes()).isEqualTo(1);
  }

  private PaymentIntent create(String key, long amount) throws StripeException {
    return simulated
        .stripe()
        .v1()
        .paymentIntents()
        .create(Simulated.order(customer, amount, "jpy").build(), Simulated.key(key));
  }

  private static PaymentIntent finished(CompletableFuture<PaymentIntent> slow) throws Exception {
    return slow.get(10, TimeUnit.SECONDS);
  }

  private int successes() {
    return simulated
        .http()
        .look("/_sim/ledger")
        .at("/succeeded_per_customer/" + customer.getId())
        .asInt(0);
  }

  private int events(String type) throws StripeException {
    return simulated
        .stripe()
        .v1()
        .events()
        .list(EventListParams.builder().setType(type).build())
        .getData()
        .size();
  }
}
