package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of documented test cards, seen from outside. A refusal shows its decline code. */
class CardTableTest {
  private static final Simulated SIMULATED = Simulated.start();
  private static Customer customer = new Customer();

  @BeforeAll
  static void start() throws StripeException {
    customer = SIMULATED.customer();
  }

  @AfterAll
  static void stop() {
    SIMULATED.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // number           saving           charged absent           charged present
    "4242424242424242, succeeded,       succeeded,               succeeded",
    "5555555555554444, succeeded,       succeeded,               succeeded",
    "378282246310005,  succeeded,       succeeded,               succeeded",
    "4000002500003155, requires_action, succeeded,               requires_action",
    "4000002760003184, requires_action, authentication_required, requires_action",
    "4000000000003063, requires_action, authentication_required, requires_action",
    "4000003800000446, succeeded,       succeeded,               requires_action",
    "4000008260003178, requires_action, insufficient_funds,      requires_action",
    "4000000000003220, requires_action, authentication_required, requires_action",
    "4000008400000027, requires_action, authentication_required, requires_action",
    "4000008400001629, requires_action, authentication_required, requires_action",
    "4000000000003055, succeeded,       succeeded,               succeeded",
    "4000000000003097, succeeded,       succeeded,               succeeded",
    "4000000000000341, succeeded,       generic_decline,         generic_decline",
    "4100000000000019, succeeded,       fraudulent,              fraudulent",
    "4000000000000101, succeeded,       succeeded,               succeeded",
    "4000000000000259, succeeded,       succeeded,               succeeded",
    "4000000000007726, succeeded,       succeeded,               succeeded",
    "4000000000005126, succeeded,       succeeded,               succeeded",
    "4000000000000077, succeeded,       succeeded,               succeeded"
  })
  void aCardThatCanBeSaved(String number, String saving, String absent, String present)
      throws StripeException {
    SetupIntent setup = save(type(number).getId());

    assertThat(setup.getStatus()).isEqualTo(saving);
    PaymentMethod card = finished(setup);
    assertThat(outcome(() -> SIMULATED.confirmOffSession(payment(), card))).isEqualTo(absent);
    assertThat(outcome(() -> SIMULATED.confirmOnSession(payment(), card))).isEqualTo(present);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "4000008400001280, card_declined,    generic_decline",
    "4000000000000002, card_declined,    generic_decline",
    "4000000000009995, card_declined,    insufficient_funds",
    "4000000000009987, card_declined,    lost_card",
    "4000000000009979, card_declined,    stolen_card",
    "4000000000000069, expired_card,     expired_card",
    "4000000000000127, incorrect_cvc,    incorrect_cvc",
    "4000000000000119, processing_error, processing_error",
    "4000000000006975, card_declined,    card_velocity_exceeded"
  })
  void aCardThatAlwaysDeclines(String number, String code, String declineCode)
      throws StripeException {
    PaymentMethod card = type(number);

    CardException saving = Simulated.declined(() -> save(card.getId()));
    CardException paying = Simulated.declined(() -> SIMULATED.confirmOnSession(payment(), card));

    assertThat(saving.getCode()).isEqualTo(code);
    assertThat(saving.getDeclineCode()).isEqualTo(declineCode);
    assertThat(paying.getCode()).isEqualTo(code);
    assertThat(paying.getDeclineCode()).isEqualTo(declineCode);
    assertThat(paying.getStripeError().getPaymentIntent().getStatus())
        .isEqualTo("requires_payment_method");
  }

  @Test
  void aCardThatWasOnlyAttachedStillAsks() throws StripeException {
    PaymentMethod attached =
        SIMULATED
            .stripe()
            .v1()
            .paymentMethods()
            .attach(
                "pm_card_authenticationRequiredOnSetup",
                PaymentMethodAttachParams.builder().setCustomer(customer.getId()).build());

    assertThat(outcome(() -> SIMULATED.confirmOffSession(payment(), attached)))
        .isEqualTo("authentication_required");
  }

  @Test
  void aWrongCvcIsNoticedOnlyWhenOneIsTyped() throws StripeException {
    PaymentMethod card =
        SIMULATED
            .stripe()
            .v1()
            .paymentMethods()
            .create(
                PaymentMethodCreateParams.builder()
                    .setType(PaymentMethodCreateParams.Type.CARD)
                    .setCard(
                        PaymentMethodCreateParams.CardDetails.builder()
                            .setNumber("4000000000000127")
                            .setExpMonth(12L)
                            .setExpYear(2040L)
                            .build())
                    .build());

    assertThat(outcome(() -> SIMULATED.confirmOnSession(payment(), card))).isEqualTo("succeeded");
  }

  @Test
  void radarBlocksBeforeTheBankIsAsked() throws StripeException {
    PaymentMethod card = SIMULATED.savedCard(customer, "pm_card_radarBlock");

    CardException blocked = Simulated.declined(() -> SIMULATED.confirmOffSession(payment(), card));

    var outcome = SIMULATED.stripe().v1().charges().retrieve(blocked.getCharge()).getOutcome();
    assertThat(outcome.getType()).isEqualTo("blocked");
    assertThat(outcome.getNetworkStatus()).isEqualTo("not_sent_to_network");
    assertThat(outcome.getRiskLevel()).isEqualTo("highest");
  }

  private static PaymentIntent payment() throws StripeException {
    return SIMULATED.payment(customer, 1200, "jpy");
  }

  private static SetupIntent save(String method) throws StripeException {
    return SIMULATED
        .stripe()
        .v1()
        .setupIntents()
        .create(
            SetupIntentCreateParams.builder()
                .setCustomer(customer.getId())
                .addPaymentMethodType("card")
                .setPaymentMethod(method)
                .setConfirm(true)
                .build());
  }

  private static PaymentMethod finished(SetupIntent setup) throws StripeException {
    if (setup.getStatus().equals("requires_action")) {
      SIMULATED.http().control("/_sim/setup_intents/%s/challenge".formatted(setup.getId()), "{}");
    }
    return SIMULATED.stripe().v1().paymentMethods().retrieve(setup.getPaymentMethod());
  }

  private static PaymentMethod type(String number) throws StripeException {
    return SIMULATED
        .stripe()
        .v1()
        .paymentMethods()
        .create(
            PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(
                    PaymentMethodCreateParams.CardDetails.builder()
                        .setNumber(number)
                        .setExpMonth(12L)
                        .setExpYear(2040L)
                        .setCvc(number.length() == 15 ? "1234" : "123")
                        .build())
                .build());
  }

  private static String outcome(Payment payment) throws StripeException {
    try {
      return payment.run().getStatus();
    } catch (CardException declined) {
      return declined.getDeclineCode();
    }
  }

  /** A confirmation. */
  @FunctionalInterface
  private interface Payment {
    PaymentIntent run() throws StripeException;
  }
}
