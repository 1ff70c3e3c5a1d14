package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.service.PaymentIntentService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentIntentContractTest {
  private Simulated simulated;
  private PaymentIntentService payments;
  private Customer customer;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    payments = simulated.stripe().v1().paymentIntents();
    customer = simulated.customer();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Nested
  class WhenTheCustomerIsPresent {
    @Test
    void aFailedChallengeLeavesTheIntentOpen() throws StripeException {
      PaymentIntent intent = asking();

      challenge(intent, "fail");

      PaymentIntent failed = simulated.read(intent);
      assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
      assertThat(failed.getLastPaymentError().getCode())
          .isEqualTo("payment_intent_authentication_failure");
      assertThat(failed.getPaymentMethod()).isNull();
    }

    @Test
    void aChallengeMayBePassedAndTheBankStillRefuse() throws StripeException {
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
      payments.confirm(intent.getId(), with("pm_card_threeDSecureRequiredChargeDeclined").build());

      challenge(intent, "complete");

      PaymentIntent failed = simulated.read(intent);
      assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
      assertThat(failed.getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
    }

    @Test
    void anAbandonedChallengeExpiresByTheClock() throws StripeException {
      PaymentIntent intent = asking();

      challenge(intent, "abandon");
      String before = simulated.read(intent).getStatus();
      simulated.http().control("/_sim/clock", "{\"advance\":\"PT25H\"}");

      assertThat(before).isEqualTo("requires_action");
      assertThat(simulated.read(intent).getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void aNewCardIsSavedWhenThePaymentSaysSo() throws StripeException {
      PaymentIntent intent =
          payments.create(
              Simulated.order(customer, 1200, "jpy")
                  .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                  .build());

      PaymentIntent paid = payments.confirm(intent.getId(), with("pm_card_visa").build());
      PaymentIntent next = simulated.payment(customer, 900, "jpy");
      PaymentMethod card =
          simulated.stripe().v1().paymentMethods().retrieve(paid.getPaymentMethod());

      assertThat(card.getCustomer()).isEqualTo(customer.getId());
      assertThat(simulated.confirmOffSession(next, card).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aCardThatNobodySavedIsUsedUp() throws StripeException {
      PaymentIntent paid =
          payments.confirm(
              simulated.payment(customer, 1200, "jpy").getId(), with("pm_card_visa").build());
      PaymentIntent next = simulated.payment(customer, 900, "jpy");

      assertThatThrownBy(
              () -> payments.confirm(next.getId(), with(paid.getPaymentMethod()).build()))
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              error -> {
                assertThat(error.getMessage()).contains("may not be used again");
                assertThat(error.getStripeError().getPaymentIntent().getId())
                    .isEqualTo(next.getId());
              });
    }

    @Test
    void theMerchantMayAskForThreeDSecureWhereTheBankDoesNot() throws StripeException {
      PaymentIntentConfirmParams wish =
          with("pm_card_threeDSecureOptional")
              .setPaymentMethodOptions(
                  PaymentIntentConfirmParams.PaymentMethodOptions.builder()
                      .setCard(
                          PaymentIntentConfirmParams.PaymentMethodOptions.Card.builder()
                              .setRequestThreeDSecure(
                                  PaymentIntentConfirmParams.PaymentMethodOptions.Card
                                      .RequestThreeDSecure.ANY)
                              .build())
                      .build())
              .build();

      PaymentIntent asking =
          payments.confirm(simulated.payment(customer, 1200, "jpy").getId(), wish);

      assertThat(asking.getStatus()).isEqualTo("requires_action");
    }

    @Test
    void errorOnRequiresActionRefusesAtOnce() throws StripeException {
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

      CardException refused =
          Simulated.declined(() ->
              payments.confirm(
                  intent.getId(),
                  with("pm_card_authenticationRequired").setErrorOnRequiresAction(true).build()));

      assertThat(refused.getCode()).isEqualTo("authentication_required");
      assertThat(simulated.read(intent).getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void byHandTheServerConfirmsOnceMoreAfterTheChallenge() throws StripeException {
      PaymentIntent intent =
          payments.create(
              Simulated.order(customer, 1200, "jpy")
                  .setConfirmationMethod(PaymentIntentCreateParams.ConfirmationMethod.MANUAL)
                  .build());
      payments.confirm(intent.getId(), with("pm_card_authenticationRequired").build());

      challenge(intent, "complete");
      String waiting = simulated.read(intent).getStatus();
      PaymentIntent paid = payments.confirm(intent.getId());

      assertThat(waiting).isEqualTo("requires_confirmation");
      assertThat(paid.getStatus()).isEqualTo("succeeded");
    }

    private PaymentIntent asking() throws StripeException {
      return payments.confirm(
          simulated.payment(customer, 1200, "jpy").getId(),
          with("pm_card_authenticationRequired").build());
    }
  }

  @Nested
  class WhenMoneyIsTakenLater {
    @Test
    void anAuthorizationIsCapturedInPart() throws StripeException {
      PaymentIntent held = held();

      PaymentIntent paid =
          payments.capture(
              held.getId(), PaymentIntentCaptureParams.builder().setAmountToCapture(700L).build());

      assertThat(held.getStatus()).isEqualTo("requires_capture");
      assertThat(held.getAmountCapturable()).isEqualTo(1200);
      assertThat(held.getAmountReceived()).isZero();
      assertThat(paid.getStatus()).isEqualTo("succeeded");
      assertThat(paid.getAmountReceived()).isEqualTo(700);
    }

    @Test
    void anAuthorizationExpiresAfterSevenDays() throws StripeException {
      PaymentIntent held = held();

      simulated.http().control("/_sim/clock", "{\"advance\":\"P8D\"}");

      PaymentIntent expired = simulated.read(held);
      assertThat(expired.getStatus()).isEqualTo("canceled");
      assertThat(expired.getCancellationReason()).isEqualTo("automatic");
    }

    private PaymentIntent held() throws StripeException {
      return payments.create(
          Simulated.order(customer, 1200, "jpy")
              .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
              .setPaymentMethod("pm_card_visa")
              .setConfirm(true)
              .build());
    }
  }

  @Test
  void anUpdateClearsTheLastError() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    Simulated.declined(() -> simulated.confirmOffSession(intent, card));

    PaymentIntent updated =
        payments.update(
            intent.getId(),
            PaymentIntentUpdateParams.builder()
                .setSetupFutureUsage(PaymentIntentUpdateParams.SetupFutureUsage.OFF_SESSION)
                .setAmount(1300L)
                .build());

    assertThat(updated.getLastPaymentError()).isNull();
    assertThat(updated.getAmount()).isEqualTo(1300);
    assertThat(updated.getSetupFutureUsage()).isEqualTo("off_session");
  }

  @Test
  void aCanceledPaymentStaysCanceled() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    PaymentIntent canceled =
        payments.cancel(
            intent.getId(),
            PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .build());

    assertThat(canceled.getStatus()).isEqualTo("canceled");
    assertThat(canceled.getCanceledAt()).isPositive();
    assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
    unexpectedState(() -> payments.cancel(intent.getId()), intent);
    unexpectedState(() -> payments.confirm(intent.getId(), with("pm_card_visa").build()), intent);
  }

  @Test
  void aPaidPaymentCanNeitherBePaidAgainNorCanceled() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    simulated.confirmOffSession(intent, card);

    unexpectedState(() -> simulated.confirmOffSession(intent, card), intent);
    unexpectedState(() -> payments.cancel(intent.getId()), intent);
    unexpectedState(() -> payments.capture(intent.getId()), intent);
    assertThat(simulated.http().look("/_sim/ledger").get("charges").size()).isEqualTo(1);
  }

  @Test
  void aServersConfirmDoesNotDisturbACustomerInTheMiddle() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_authenticationRequired");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    simulated.confirmOnSession(intent, card);

    unexpectedState(() -> simulated.confirmOffSession(intent, card), intent);
    assertThat(simulated.read(intent).getStatus()).isEqualTo("requires_action");
  }

  @Test
  void tooManyConfirmationsCancelTheIntent() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    for (int i = 0; i < 20; i++) {
      Simulated.declined(() -> simulated.confirmOffSession(intent, card));
    }

    assertThat(simulated.confirmOffSession(intent, card).getStatus()).isEqualTo("canceled");
  }

  @Test
  void intentsAreListedByCustomer() throws StripeException {
    PaymentIntent first = simulated.payment(customer, 1200, "jpy");
    PaymentIntent second = simulated.payment(customer, 1300, "jpy");
    simulated.payment(simulated.customer(), 1400, "jpy");

    var page =
        payments.list(
            PaymentIntentListParams.builder()
                .setCustomer(customer.getId())
                .setCreated(
                    PaymentIntentListParams.Created.builder().setGte(first.getCreated()).build())
                .build());

    assertThat(page.getData())
        .extracting(PaymentIntent::getId)
        .containsExactly(second.getId(), first.getId());
  }

  @Test
  void dynamicMethodsNeedAReturnUrlOnTheServer() throws StripeException {
    PaymentIntent intent =
        payments.create(
            PaymentIntentCreateParams.builder().setAmount(1200L).setCurrency("jpy").build());

    assertThat(intent.getAutomaticPaymentMethods().getEnabled()).isTrue();
    assertThatThrownBy(() -> payments.confirm(intent.getId(), with("pm_card_visa").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("return_url");
  }

  @Nested
  class Refusals {
    @ParameterizedTest
    @CsvSource({
      "0, usd, parameter_invalid_integer",
      "49, usd, amount_too_small",
      "49, jpy, amount_too_small",
      "100000000, eur, amount_too_large",
      "1050, isk, parameter_invalid_integer",
      "550, ugx, parameter_invalid_integer",
      "12345, kwd, parameter_invalid_integer"
    })
    void amountsAgainstTheRules(long amount, String currency, String code) {
      invalid(() -> simulated.payment(customer, amount, currency), code, "amount");
    }

    @ParameterizedTest
    @CsvSource({"50, usd", "50, jpy", "12340, kwd", "1200, isk", "999999999999, idr"})
    void amountsAtTheEdgeAreAccepted(long amount, String currency) throws StripeException {
      assertThat(simulated.payment(customer, amount, currency).getAmount()).isEqualTo(amount);
    }

    @Test
    void anUnknownCurrency() {
      invalid(() -> simulated.payment(customer, 1200, "xyz"), null, "currency");
    }

    @Test
    void anUnknownCustomer() {
      invalid(
          () ->
              payments.create(
                  PaymentIntentCreateParams.builder()
                      .setAmount(1200L)
                      .setCurrency("jpy")
                      .setCustomer("cus_unknown")
                      .build()),
          "resource_missing",
          "customer");
    }

    @Test
    void offSessionWithoutConfirm() {
      invalid(
          () -> payments.create(Simulated.order(customer, 1200, "jpy").setOffSession(true).build()),
          null,
          "off_session");
    }

    @Test
    void aStatementDescriptorOnACard() {
      invalid(
          () ->
              payments.create(
                  Simulated.order(customer, 1200, "jpy").setStatementDescriptor("SHOP").build()),
          null,
          "statement_descriptor");
    }

    @ParameterizedTest
    @CsvSource({"ELEVEN CHAR", "12345", "A*B", "日本"})
    void aSuffixAgainstTheRules(String suffix) {
      invalid(
          () ->
              payments.create(
                  Simulated.order(customer, 1200, "jpy")
                      .setStatementDescriptorSuffix(suffix)
                      .build()),
          null,
          "statement_descriptor_suffix");
    }

    @Test
    void moreThanFiftyMetadataPairs() {
      var order = Simulated.order(customer, 1200, "jpy");
      for (int i = 0; i < 50; i++) {
        order.putMetadata("key" + i, "v");
      }

      invalid(() -> payments.create(order.build()), null, "metadata");
    }

    @Test
    void anotherCustomersCard() throws StripeException {
      PaymentMethod card = simulated.savedCard(simulated.customer(), "pm_card_visa");
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

      invalid(() -> simulated.confirmOffSession(intent, card), null, "payment_method");
    }

    @Test
    void aConfirmationWithoutACard() throws StripeException {
      PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

      unexpectedState(() -> payments.confirm(intent.getId()), intent);
    }

    @Test
    void methodTypesBesideAutomaticMethods() {
      invalid(
          () ->
              payments.create(
                  Simulated.order(customer, 1200, "jpy")
                      .setAutomaticPaymentMethods(
                          PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                              .setEnabled(true)
                              .build())
                      .build()),
          "parameters_exclusive",
          "payment_method_types");
    }

    @Test
    void anUnknownIntentIsNotFound() {
      assertThatThrownBy(() -> payments.retrieve("pi_unknown"))
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              error -> {
                assertThat(error.getStatusCode()).isEqualTo(404);
                assertThat(error.getCode()).isEqualTo("resource_missing");
                assertThat(error.getParam()).isEqualTo("intent");
              });
    }
  }

  private void challenge(PaymentIntent intent, String outcome) {
    simulated
        .http()
        .control(
            "/_sim/payment_intents/%s/challenge".formatted(intent.getId()),
            "{\"outcome\":\"%s\"}".formatted(outcome));
  }

  private static PaymentIntentConfirmParams.Builder with(String method) {
    return PaymentIntentConfirmParams.builder().setPaymentMethod(method);
  }

  private static void unexpectedState(ThrowingCallable call, PaymentIntent intent) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(400);
              assertThat(error.getCode()).isEqualTo("payment_intent_unexpected_state");
              assertThat(error.getStripeError().getPaymentIntent().getId())
                  .isEqualTo(intent.getId());
            });
  }

  private static void invalid(
      ThrowingCallable call, @org.jspecify.annotations.Nullable String code, String param) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(400);
              assertThat(error.getCode()).isEqualTo(code);
              assertThat(error.getParam()).isEqualTo(param);
              assertThat(error.getStripeError().getType()).isEqualTo("invalid_request_error");
            });
  }
}
