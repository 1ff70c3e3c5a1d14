package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodUpdateParams;
import com.stripe.service.PaymentMethodService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentMethodContractTest {
  private Simulated simulated;
  private PaymentMethodService methods;

  @BeforeEach
  void start() {
    simulated = Simulated.start();
    methods = simulated.stripe().v1().paymentMethods();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void aTypedCardKeepsOnlyWhatMayBeKept() throws StripeException {
    PaymentMethod card = methods.create(typed("4242424242424242", 12, 2040, "123"));

    assertThat(card.getId()).startsWith("pm_");
    assertThat(card.getType()).isEqualTo("card");
    assertThat(card.getCustomer()).isNull();
    assertThat(card.getCard().getBrand()).isEqualTo("visa");
    assertThat(card.getCard().getLast4()).isEqualTo("4242");
    assertThat(card.getCard().getExpMonth()).isEqualTo(12);
    assertThat(card.getCard().getExpYear()).isEqualTo(2040);
    assertThat(card.getCard().getChecks().getCvcCheck()).isEqualTo("pass");
    assertThat(card.getBillingDetails().getEmail()).isEqualTo("jenny@example.com");
    assertThat(card.getAllowRedisplay()).isEqualTo("unspecified");
    assertThat(card.toJson()).doesNotContain("4242424242424242");
  }

  @Test
  void theSameNumberHasTheSameFingerprint() throws StripeException {
    String one =
        methods.create(typed("4242424242424242", 12, 2040, "123")).getCard().getFingerprint();
    String two =
        methods.create(typed("4242424242424242", 1, 2035, "999")).getCard().getFingerprint();
    String other =
        methods.create(typed("5555555555554444", 12, 2040, "123")).getCard().getFingerprint();

    assertThat(one).isEqualTo(two).isNotEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({
    "4242424242424241, 12, 2040, 123, incorrect_number, number",
    "4242424242424242, 13, 2040, 123, invalid_expiry_month, exp_month",
    "4242424242424242, 12, 2001, 123, invalid_expiry_year, exp_year",
    "4242424242424242, 12, 2040, 12, invalid_cvc, cvc",
    "4111111111111111, 12, 2040, 123, test_mode_live_card, number"
  })
  void wrongDetailsAreCardErrors(
      String number, long month, long year, String cvc, String code, String param) {
    assertThatThrownBy(() -> methods.create(typed(number, month, year, cvc)))
        .isInstanceOfSatisfying(
            CardException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(402);
              assertThat(error.getCode()).isEqualTo(code);
              assertThat(error.getParam()).isEqualTo(param);
            });
  }

  @Test
  void aTokenWorksInPlaceOfANumber() throws StripeException {
    PaymentMethod card =
        methods.create(
            PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.Token.builder().setToken("tok_visa").build())
                .build());

    assertThat(card.getCard().getLast4()).isEqualTo("4242");
  }

  @Test
  void attachingAReadyMadeIdMakesAFreshMethod() throws StripeException {
    Customer customer = simulated.customer();

    PaymentMethod one = methods.attach("pm_card_visa", to(customer));
    PaymentMethod two = methods.attach("pm_card_visa", to(customer));

    assertThat(one.getId()).isNotEqualTo("pm_card_visa").isNotEqualTo(two.getId());
    assertThat(one.getCustomer()).isEqualTo(customer.getId());
    assertThat(
            methods
                .list(PaymentMethodListParams.builder().setCustomer(customer.getId()).build())
                .getData())
        .hasSize(2);
  }

  @Test
  void aCardThatDeclinesCannotBeAttached() throws StripeException {
    Customer customer = simulated.customer();

    CardException refused =
        Simulated.declined(
            () -> methods.attach("pm_card_chargeDeclinedInsufficientFunds", to(customer)));

    assertThat(refused.getDeclineCode()).isEqualTo("insufficient_funds");
    assertThat(refused.getStripeError().getAdviceCode()).isEqualTo("try_again_later");
  }

  @Test
  void aMethodBelongsToOneCustomer() throws StripeException {
    PaymentMethod card = methods.attach("pm_card_visa", to(simulated.customer()));
    Customer other = simulated.customer();

    assertThatThrownBy(() -> methods.attach(card.getId(), to(other)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> assertThat(error.getParam()).isEqualTo("payment_method"));
  }

  @Test
  void detachingIsForGood() throws StripeException {
    Customer customer = simulated.customer();
    PaymentMethod card = methods.attach("pm_card_visa", to(customer));

    PaymentMethod detached = methods.detach(card.getId());

    assertThat(detached.getCustomer()).isNull();
    assertThatThrownBy(() -> methods.attach(card.getId(), to(customer)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("may not be used again");
  }

  @Test
  void detailsCanBeUpdated() throws StripeException {
    PaymentMethod card = methods.attach("pm_card_visa", to(simulated.customer()));

    PaymentMethod updated =
        methods.update(
            card.getId(),
            PaymentMethodUpdateParams.builder()
                .setAllowRedisplay(PaymentMethodUpdateParams.AllowRedisplay.ALWAYS)
                .putMetadata("k", "v")
                .build());

    assertThat(updated.getAllowRedisplay()).isEqualTo("always");
    assertThat(updated.getMetadata()).containsEntry("k", "v");
  }

  private static PaymentMethodAttachParams to(Customer customer) {
    return PaymentMethodAttachParams.builder().setCustomer(customer.getId()).build();
  }

  private static PaymentMethodCreateParams typed(String number, long month, long year, String cvc) {
    return PaymentMethodCreateParams.builder()
        .setType(PaymentMethodCreateParams.Type.CARD)
        .setCard(
            PaymentMethodCreateParams.CardDetails.builder()
                .setNumber(number)
                .setExpMonth(month)
                .setExpYear(year)
                .setCvc(cvc)
                .build())
        .setBillingDetails(
            PaymentMethodCreateParams.BillingDetails.builder()
                .setEmail("jenny@example.com")
                .build())
        .build();
  }
}
