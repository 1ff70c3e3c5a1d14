package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentUpdateParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final String CONFIRM = "/v1/payment_intents/*/confirm";

  private Simulated simulated;
  private Customer customer;
  private PaymentMethod card;
  private PaymentIntent intent;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start(settings -> settings.withLockPatience(Duration.ofMillis(200)));
    customer = simulated.customer();
    card = simulated.savedCard(customer, "pm_card_visa");
    intent = simulated.payment(customer, 1200, "jpy");
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void aLostAnswerHidesAChargeThatHappened() throws StripeException {
    // The JDK's client silently sends a POST again, so one drop could stay unnoticed.
    arm(CONFIRM, "drop_after_effect", "\"times\":0");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-1"))
        .isInstanceOf(ApiConnectionException.class);

    assertThat(simulated.read(intent).getStatus()).isEqualTo("succeeded");
    disarm();
    assertThat(simulated.confirmOffSession(intent, card, "c-1").getStatus()).isEqualTo("succeeded");
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void aCallThatNeverArrivedHasNoEffect() throws StripeException {
    arm(CONFIRM, "drop_before", "\"times\":0");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-1"))
        .isInstanceOf(ApiConnectionException.class);

    assertThat(simulated.read(intent).getStatus()).isEqualTo("requires_payment_method");
    assertThat(charges()).isZero();
  }

  @Test
  void aTruncatedAnswerIsNoAnswer() throws StripeException {
    arm(CONFIRM, "truncate_body", "\"times\":1");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-1"))
        .isInstanceOf(StripeException.class);

    assertThat(simulated.read(intent).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aServerErrorBeforeTheEffectIsSavedUnderTheKey() throws StripeException {
    arm(CONFIRM, "500", "\"times\":1");

    serverError("c-1");
    serverError("c-1");

    assertThat(charges()).isZero();
    assertThat(simulated.confirmOffSession(intent, card, "c-2").getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aServerErrorAfterTheEffectIsSavedUnderTheKeyToo() throws StripeException {
    arm(CONFIRM, "500_after_effect", "\"times\":1");

    serverError("c-1");
    serverError("c-1");

    assertThat(simulated.read(intent).getStatus()).isEqualTo("succeeded");
    assertThat(charges()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"502", "503", "504 html"})
  void aProxysPageIsNotJsonAndNothingWasSaved(String fault) throws StripeException {
    arm(CONFIRM, fault, "\"times\":1");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-1"))
        .isInstanceOfSatisfying(ApiException.class, error -> assertThat(error.getCode()).isNull());

    assertThat(simulated.confirmOffSession(intent, card, "c-1").getStatus()).isEqualTo("succeeded");
  }

  @Test
  void rateLimitsSayWhichAndMayHint() {
    arm(CONFIRM, "429 rate_limit", "\"should_retry\":\"true\",\"retry_after\":\"2\"");

    var response =
        simulated
            .http()
            .postForm(
                "/v1/payment_intents/%s/confirm".formatted(intent.getId()),
                "payment_method=" + card.getId(),
                "Authorization",
                "Bearer sk_test_x");

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Stripe-Rate-Limited-Reason"))
        .hasValue("endpoint-rate");
    assertThat(response.headers().firstValue("Stripe-Should-Retry")).hasValue("true");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limit", "lock_timeout"})
  void tooManyRequestsHaveNoEffectAndAreNotSaved(String fault) throws StripeException {
    arm(CONFIRM, fault, "\"times\":1");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-1"))
        .isInstanceOfSatisfying(
            RateLimitException.class, error -> assertThat(error.getCode()).isEqualTo(fault));

    assertThat(simulated.confirmOffSession(intent, card, "c-1").getStatus()).isEqualTo("succeeded");
  }

  @Test
  void callsBeyondTheQuotaAreRefusedAndCounted() throws StripeException {
    simulated.http().control("/_sim/quotas", "{\"endpoint_per_second\":1}");
    simulated.confirmOffSession(intent, card, "c-1");

    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, "c-2"))
        .isInstanceOf(RateLimitException.class);

    assertThat(simulated.http().look("/_sim/quotas").path("refused").asInt()).isEqualTo(1);
  }

  @Test
  void aSecondWriterOfTheSameIntentWaitsAndIsThenRefused() throws Exception {
    arm(CONFIRM, "latency", "\"ms\":1200");
    CompletableFuture<Void> slow =
        CompletableFuture.runAsync(() -> {
          try {
            simulated.confirmOffSession(intent, card, "c-1");
          } catch (StripeException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.sleep(300);

    assertThatThrownBy(() ->
            simulated
                .stripe()
                .v1()
                .paymentIntents()
                .update(
                    intent.getId(),
                    PaymentIntentUpdateParams.builder().setDescription("x").build()))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            error -> assertThat(error.getCode()).isEqualTo("lock_timeout"));
    slow.join();
  }

  @Test
  void aHangEndsWithTheClientsPatience() throws StripeException {
    arm(CONFIRM, "hang_after_effect", "\"ms\":3000");
    RequestOptions impatient =
        RequestOptions.builder().setIdempotencyKey("c-1").setReadTimeout(500).build();

    assertThatThrownBy(() ->
            simulated
                .stripe()
                .v1()
                .paymentIntents()
                .confirm(intent.getId(), Simulated.offSession(card), impatient))
        .isInstanceOf(ApiConnectionException.class);

    assertThat(simulated.read(intent).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aFaultCanBeAimedAtOneRequestByItsMetadata() throws StripeException {
    simulated
        .http()
        .control(
            "/_sim/faults",
            """
            {"match":{"metadata":{"offsession_request_id":"other"}},"fault":"500","times":1}
            """);

    assertThat(simulated.confirmOffSession(intent, card).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aFaultCanBeAimedAtTheNthCallOfACustomer() throws StripeException {
    simulated
        .http()
        .control(
            "/_sim/faults",
            """
            {"match":{"method":"GET","customer":"%s","nth":2},"fault":"500"}
            """
                .formatted(customer.getId()));

    simulated.read(intent);
    assertThatThrownBy(() -> simulated.read(intent)).isInstanceOf(ApiException.class);
    assertThat(simulated.read(intent).getId()).isEqualTo(intent.getId());
  }

  @Test
  void whatHasHitIsCounted() {
    arm("/v1/payment_intents/*/confirm", "500", "\"times\":2");
    serverError("one");
    serverError("two");

    assertThat(simulated.http().look("/_sim/faults").at("/fired/500").asInt()).isEqualTo(2);
    assertThat(simulated.http().look("/_sim/faults").at("/armed").asInt()).isZero();
  }

  @Test
  void anUnknownFaultIsRefused() {
    var response = simulated.http().send("POST", "/_sim/faults", "{\"fault\":\"earthquake\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("drop_after_effect");
  }

  private void serverError(String key) {
    assertThatThrownBy(() -> simulated.confirmOffSession(intent, card, key))
        .isInstanceOfSatisfying(
            ApiException.class, error -> assertThat(error.getStatusCode()).isEqualTo(500));
  }

  private void arm(String path, String fault, String more) {
    simulated
        .http()
        .control(
            "/_sim/faults",
            "{\"match\":{\"method\":\"POST\",\"path\":\"%s\"},\"fault\":\"%s\",%s}"
                .formatted(path, fault, more));
  }

  private void disarm() {
    simulated.http().send("DELETE", "/_sim/faults", "");
  }

  private int charges() {
    return simulated.http().look("/_sim/ledger").get("charges").size();
  }
}
