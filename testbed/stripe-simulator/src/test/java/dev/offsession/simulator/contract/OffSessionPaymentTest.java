package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffSessionPaymentTest {
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
  void aSavedCardIsChargedWithoutTheCustomer() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent created = simulated.payment(customer, 1200, "jpy");

    PaymentIntent paid = simulated.confirmOffSession(created, card);

    assertThat(created.getStatus()).isEqualTo("requires_payment_method");
    assertThat(created.getLatestCharge()).isNull();
    assertThat(paid.getId()).isEqualTo(created.getId());
    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getAmountReceived()).isEqualTo(1200);
    assertThat(paid.getPaymentMethod()).isEqualTo(card.getId());
    assertThat(paid.getNextAction()).isNull();
    assertThat(paid.getLatestCharge()).startsWith("ch_");
    assertThat(paid.getMetadata()).containsEntry("offsession_request_id", "r-1");
    assertThat(paid.getLivemode()).isFalse();
  }

  @Test
  void theChargeIsExpandedOnRequest() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent paid =
        simulated.confirmOffSession(simulated.payment(customer, 1200, "jpy"), card);

    PaymentIntent expanded =
        simulated
            .stripe()
            .v1()
            .paymentIntents()
            .retrieve(
                paid.getId(),
                PaymentIntentRetrieveParams.builder()
                    .addExpand("latest_charge")
                    .addExpand("customer")
                    .addExpand("payment_method")
                    .build());

    Charge charge = expanded.getLatestChargeObject();
    assertThat(charge.getPaid()).isTrue();
    assertThat(charge.getCaptured()).isTrue();
    assertThat(charge.getStatus()).isEqualTo("succeeded");
    assertThat(charge.getAmountCaptured()).isEqualTo(1200);
    assertThat(charge.getBalanceTransaction()).isNull();
    assertThat(charge.getOutcome().getType()).isEqualTo("authorized");
    assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
    assertThat(expanded.getCustomerObject().getEmail()).isEqualTo("jenny@example.com");
    assertThat(expanded.getPaymentMethodObject().getCard().getBrand()).isEqualTo("visa");
  }

  @Test
  void aCardThatAlwaysAsksIsRefusedWithTheWholeStory() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_authenticationRequired");
    PaymentIntent created = simulated.payment(customer, 1200, "jpy");

    CardException refused = Simulated.declined(() -> simulated.confirmOffSession(created, card));

    assertThat(refused.getStatusCode()).isEqualTo(402);
    assertThat(refused.getCode()).isEqualTo("authentication_required");
    assertThat(refused.getDeclineCode()).isEqualTo("authentication_required");
    assertThat(refused.getCharge()).startsWith("ch_");
    assertThat(refused.getStripeError().getType()).isEqualTo("card_error");
    assertThat(refused.getStripeError().getPaymentMethod().getId()).isEqualTo(card.getId());
    assertThat(refused.getStripeError().getDocUrl()).endsWith("/authentication-required");
    PaymentIntent inError = refused.getStripeError().getPaymentIntent();
    assertThat(inError.getId()).isEqualTo(created.getId());
    assertThat(inError.getStatus()).isEqualTo("requires_payment_method");
    assertThat(inError.getNextAction()).isNull();
    assertThat(inError.getPaymentMethod()).isNull();
    assertThat(inError.getClientSecret()).startsWith(created.getId() + "_secret_");
    assertThat(inError.getLatestCharge()).isEqualTo(refused.getCharge());
    assertThat(inError.getLastPaymentError().getCode()).isEqualTo("authentication_required");
    assertThat(inError.getLastPaymentError().getPaymentMethod().getId()).isEqualTo(card.getId());
  }

  @Test
  void theFailedChargeSaysWhy() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_authenticationRequired");
    PaymentIntent created = simulated.payment(customer, 1200, "jpy");

    CardException refused = Simulated.declined(() -> simulated.confirmOffSession(created, card));

    Charge charge = simulated.stripe().v1().charges().retrieve(refused.getCharge());
    assertThat(charge.getStatus()).isEqualTo("failed");
    assertThat(charge.getPaid()).isFalse();
    assertThat(charge.getFailureCode()).isEqualTo("authentication_required");
    assertThat(charge.getOutcome().getNetworkStatus()).isEqualTo("declined_by_network");
    assertThat(charge.getOutcome().getReason()).isEqualTo("authentication_required");
    assertThat(charge.getOutcome().getType()).isEqualTo("issuer_declined");
  }

  @Test
  void theSingleCallFormMakesTheIntentEvenWhenDeclined() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    PaymentIntentCreateParams order =
        Simulated.order(customer, 5000, "eur")
            .setPaymentMethod(card.getId())
            .setConfirm(true)
            .setOffSession(true)
            .build();

    CardException refused =
        Simulated.declined(() -> simulated.stripe().v1().paymentIntents().create(order));

    assertThat(refused.getCode()).isEqualTo("card_declined");
    assertThat(refused.getDeclineCode()).isEqualTo("generic_decline");
    PaymentIntent made = simulated.read(refused.getStripeError().getPaymentIntent());
    assertThat(made.getStatus()).isEqualTo("requires_payment_method");
    assertThat(made.getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
  }

  @Test
  void theCustomerFinishesTheSamePaymentWhenPresent() throws StripeException {
    PaymentMethod card = simulated.savedCard(customer, "pm_card_authenticationRequired");
    PaymentIntent created = simulated.payment(customer, 1200, "jpy");
    Simulated.declined(() -> simulated.confirmOffSession(created, card));

    PaymentIntent asking = simulated.confirmOnSession(created, card);
    simulated
        .http()
        .control(
            "/_sim/payment_intents/%s/challenge".formatted(created.getId()),
            "{\"outcome\":\"complete\"}");

    assertThat(asking.getStatus()).isEqualTo("requires_action");
    assertThat(asking.getNextAction().getType()).isEqualTo("use_stripe_sdk");
    assertThat(simulated.read(created).getStatus()).isEqualTo("succeeded");
    assertThat(simulated.http().look("/_sim/ledger").at("/succeeded_per_request/r-1").asInt())
        .isEqualTo(1);
  }
}
