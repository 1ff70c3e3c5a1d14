package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyContractTest {
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
  void everyAttemptIsAChargeOfItsIntent() throws StripeException {
    var failing = simulated.savedCard(customer, "pm_card_chargeCustomerFail");
    var good = simulated.savedCard(customer, "pm_card_visa");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    Simulated.declined(() -> simulated.confirmOffSession(intent, failing));
    simulated.confirmOffSession(intent, good);

    var charges =
        simulated
            .stripe()
            .v1()
            .charges()
            .list(ChargeListParams.builder().setPaymentIntent(intent.getId()).build());

    assertThat(charges.getData())
        .extracting(Charge::getStatus)
        .containsExactly("succeeded", "failed");
    assertThat(charges.getData().getFirst().getMetadata())
        .containsEntry("offsession_request_id", "r-1");
  }

  @Test
  void theFeeBecomesKnownLater() throws StripeException {
    PaymentIntent paid = paidWith("pm_card_visa", 10_000);
    String charge = paid.getLatestCharge();
    boolean knownAtOnce = charge(charge).getBalanceTransaction() != null;

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT5S\"}");

    Charge later =
        simulated
            .stripe()
            .v1()
            .charges()
            .retrieve(
                charge, ChargeRetrieveParams.builder().addExpand("balance_transaction").build());
    PaymentIntent withFee =
        simulated
            .stripe()
            .v1()
            .paymentIntents()
            .retrieve(
                paid.getId(),
                PaymentIntentRetrieveParams.builder()
                    .addExpand("latest_charge.balance_transaction")
                    .build());
    assertThat(withFee.getLatestChargeObject().getBalanceTransactionObject().getFee())
        .isEqualTo(360);
    assertThat(knownAtOnce).isFalse();
    assertThat(later.getBalanceTransactionObject().getFee()).isEqualTo(360);
    assertThat(later.getBalanceTransactionObject().getNet()).isEqualTo(9640);
    assertThat(eventsOf("charge.updated")).isEqualTo(1);
  }

  @Test
  void aRefundGivesBackPartOrAll() throws StripeException {
    PaymentIntent paid = paidWith("pm_card_visa", 10_000);

    Refund part = refund(paid, 4_000L);
    Charge after = charge(paid.getLatestCharge());
    Refund rest = refund(paid, null);

    assertThat(part.getStatus()).isEqualTo("succeeded");
    assertThat(part.getPaymentIntent()).isEqualTo(paid.getId());
    assertThat(after.getAmountRefunded()).isEqualTo(4_000);
    assertThat(after.getRefunded()).isFalse();
    assertThat(rest.getAmount()).isEqualTo(6_000);
    assertThat(charge(paid.getLatestCharge()).getRefunded()).isTrue();
    assertThat(simulated.stripe().v1().refunds().retrieve(part.getId()).getAmount())
        .isEqualTo(4_000);
    assertThatThrownBy(() -> refund(paid, null))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> assertThat(error.getCode()).isEqualTo("charge_already_refunded"));
  }

  @ParameterizedTest
  @CsvSource({"pm_card_pendingRefund, pending, succeeded", "pm_card_refundFail, succeeded, failed"})
  void someRefundsEndOtherwiseThanTheyBegan(String card, String first, String last)
      throws StripeException {
    Refund refund = refund(paidWith(card, 10_000), null);

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT5S\"}");

    assertThat(refund.getStatus()).isEqualTo(first);
    assertThat(simulated.stripe().v1().refunds().retrieve(refund.getId()).getStatus())
        .isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_createDispute, charge.dispute.created",
    "pm_card_createDisputeProductNotReceived, charge.dispute.funds_withdrawn",
    "pm_card_createDisputeInquiry, charge.dispute.created",
    "pm_card_createIssuerFraudRecord, radar.early_fraud_warning.created"
  })
  void someCardsMakeTroubleAfterwards(String card, String event) throws StripeException {
    paidWith(card, 10_000);

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT5S\"}");

    assertThat(eventsOf(event)).isEqualTo(1);
  }

  @Test
  void aDisputeCanBeMadeOnDemand() throws StripeException {
    PaymentIntent paid = paidWith("pm_card_visa", 10_000);

    var dispute =
        simulated
            .http()
            .control("/_sim/charges/%s/dispute".formatted(paid.getLatestCharge()), "{}");

    assertThat(dispute.get("status").asString()).isEqualTo("needs_response");
    assertThat(charge(paid.getLatestCharge()).getDisputed()).isTrue();
  }

  private int eventsOf(String type) throws StripeException {
    return simulated
        .stripe()
        .v1()
        .events()
        .list(EventListParams.builder().setType(type).build())
        .getData()
        .size();
  }

  private PaymentIntent paidWith(String readyMade, long amount) throws StripeException {
    var card = simulated.savedCard(customer, readyMade);
    return simulated.confirmOffSession(simulated.payment(customer, amount, "usd"), card);
  }

  private Charge charge(String id) throws StripeException {
    return simulated.stripe().v1().charges().retrieve(id);
  }

  private Refund refund(PaymentIntent paid, @org.jspecify.annotations.Nullable Long amount)
      throws StripeException {
    return simulated
        .stripe()
        .v1()
        .refunds()
        .create(
            RefundCreateParams.builder().setPaymentIntent(paid.getId()).setAmount(amount).build());
  }
}
