package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.SetupAttempt;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupAttemptListParams;
import com.stripe.param.SetupIntentCancelParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import com.stripe.param.SetupIntentRetrieveParams;
import com.stripe.param.SetupIntentUpdateParams;
import com.stripe.service.SetupIntentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupIntentContractTest {
  private Simulated simulated;
  private SetupIntentService setups;
  private Customer customer;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    setups = simulated.stripe().v1().setupIntents();
    customer = simulated.customer();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void aNewSetupWaitsForACard() throws StripeException {
    SetupIntent setup = setups.create(order().build());

    assertThat(setup.getId()).startsWith("seti_");
    assertThat(setup.getStatus()).isEqualTo("requires_payment_method");
    assertThat(setup.getClientSecret()).startsWith(setup.getId() + "_secret_");
    assertThat(setup.getUsage()).isEqualTo("off_session");
    assertThat(setup.getCustomer()).isEqualTo(customer.getId());
    assertThat(setup.getPaymentMethodTypes()).containsExactly("card");
    assertThat(setup.getLastSetupError()).isNull();
    assertThat(setup.getNextAction()).isNull();
  }

  @Test
  void successAttachesTheCardAndOnlyThen() throws StripeException {
    SetupIntent setup =
        setups.create(order().setPaymentMethod("pm_card_authenticationRequired").build());

    SetupIntent asking = setups.confirm(setup.getId());
    boolean attachedBefore = attached(asking);
    challenge(setup, "complete");
    SetupIntent done = setups.retrieve(setup.getId());

    assertThat(asking.getStatus()).isEqualTo("requires_action");
    assertThat(asking.getNextAction().getType()).isEqualTo("use_stripe_sdk");
    assertThat(attachedBefore).isFalse();
    assertThat(done.getStatus()).isEqualTo("succeeded");
    assertThat(attached(done)).isTrue();
  }

  @Test
  void aBankMayTakeItsTimeBeforeACardIsSaved() throws StripeException {
    simulated
        .http()
        .control("/_sim/cards/pm_card_visa/next", "{\"outcome\":\"processing\",\"setup\":true}");
    SetupIntent setup = setups.create(order().setPaymentMethod("pm_card_visa").build());

    SetupIntent waiting = setups.confirm(setup.getId());
    boolean attachedBefore = attached(waiting);
    simulated.http().control("/_sim/clock", "{\"advance\":\"PT10S\"}");
    SetupIntent done = setups.retrieve(setup.getId());

    assertThat(waiting.getStatus()).isEqualTo("processing");
    assertThat(attachedBefore).isFalse();
    assertThat(done.getStatus()).isEqualTo("succeeded");
    assertThat(attached(done)).isTrue();
  }

  @Test
  void withAReturnUrlTheChallengeIsARedirect() throws StripeException {
    SetupIntent setup = setups.create(order().build());

    SetupIntent asking =
        setups.confirm(
            setup.getId(),
            SetupIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_threeDSecure2Required")
                .setReturnUrl("https://shop.example/back")
                .build());

    var redirect = asking.getNextAction().getRedirectToUrl();
    assertThat(redirect.getReturnUrl()).isEqualTo("https://shop.example/back");
    assertThat(redirect.getUrl()).startsWith(simulated.baseUrl() + "/challenge/" + setup.getId());
  }

  @Test
  void aCardThatDeclinesFailsTheSetup() throws StripeException {
    SetupIntent setup = setups.create(order().setPaymentMethod("pm_card_chargeDeclined").build());

    CardException refused = Simulated.declined(() -> setups.confirm(setup.getId()));

    SetupIntent inError = refused.getStripeError().getSetupIntent();
    assertThat(refused.getDeclineCode()).isEqualTo("generic_decline");
    assertThat(inError.getStatus()).isEqualTo("requires_payment_method");
    assertThat(inError.getLastSetupError().getCode()).isEqualTo("card_declined");
    assertThat(setups.retrieve(setup.getId()).getPaymentMethod()).isNull();
  }

  @Test
  void aFailedChallengeIsRemembered() throws StripeException {
    SetupIntent setup =
        setups.create(order().setPaymentMethod("pm_card_authenticationRequired").build());
    setups.confirm(setup.getId());

    challenge(setup, "fail");

    SetupIntent failed = setups.retrieve(setup.getId());
    assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
    assertThat(failed.getLastSetupError().getCode())
        .isEqualTo("setup_intent_authentication_failure");
  }

  @Test
  void everyTryIsAnAttempt() throws StripeException {
    SetupIntent setup = setups.create(order().setPaymentMethod("pm_card_chargeDeclined").build());
    Simulated.declined(() -> setups.confirm(setup.getId()));
    setups.confirm(
        setup.getId(), SetupIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());

    var attempts =
        simulated
            .stripe()
            .v1()
            .setupAttempts()
            .list(SetupAttemptListParams.builder().setSetupIntent(setup.getId()).build());
    SetupIntent expanded =
        setups.retrieve(
            setup.getId(), SetupIntentRetrieveParams.builder().addExpand("latest_attempt").build());

    assertThat(attempts.getData())
        .extracting(SetupAttempt::getStatus)
        .containsExactly("succeeded", "failed");
    assertThat(attempts.getData().getLast().getSetupError().getCode()).isEqualTo("card_declined");
    assertThat(expanded.getLatestAttemptObject().getStatus()).isEqualTo("succeeded");
  }

  @Test
  void anAgreementBecomesAMandate() throws StripeException {
    SetupIntent setup =
        setups.create(
            order()
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .setMandateData(
                    SetupIntentCreateParams.MandateData.builder()
                        .setCustomerAcceptance(
                            SetupIntentCreateParams.MandateData.CustomerAcceptance.builder()
                                .setType(
                                    SetupIntentCreateParams.MandateData.CustomerAcceptance.Type
                                        .OFFLINE)
                                .build())
                        .build())
                .build());

    var mandate = simulated.stripe().v1().mandates().retrieve(setup.getMandate());

    assertThat(mandate.getStatus()).isEqualTo("active");
    assertThat(mandate.getType()).isEqualTo("multi_use");
    assertThat(mandate.getPaymentMethod()).isEqualTo(setup.getPaymentMethod());
  }

  @Test
  void anOpenSetupCanBeUpdatedCanceledAndListed() throws StripeException {
    SetupIntent setup = setups.create(order().build());

    SetupIntent updated =
        setups.update(
            setup.getId(), SetupIntentUpdateParams.builder().setDescription("card").build());
    SetupIntent canceled =
        setups.cancel(
            setup.getId(),
            SetupIntentCancelParams.builder()
                .setCancellationReason(SetupIntentCancelParams.CancellationReason.ABANDONED)
                .build());
    var listed = setups.list(SetupIntentListParams.builder().setCustomer(customer.getId()).build());

    assertThat(updated.getDescription()).isEqualTo("card");
    assertThat(canceled.getStatus()).isEqualTo("canceled");
    assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
    assertThat(listed.getData()).extracting(SetupIntent::getId).containsExactly(setup.getId());
  }

  @Test
  void aFinishedSetupRefusesMore() throws StripeException {
    SetupIntent done =
        setups.create(order().setPaymentMethod("pm_card_visa").setConfirm(true).build());

    assertThatThrownBy(() -> setups.confirm(done.getId()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(400);
              assertThat(error.getCode()).isEqualTo("setup_intent_unexpected_state");
              assertThat(error.getStripeError().getSetupIntent().getId()).isEqualTo(done.getId());
            });
  }

  private boolean attached(SetupIntent setup) throws StripeException {
    return customer
        .getId()
        .equals(
            simulated
                .stripe()
                .v1()
                .paymentMethods()
                .retrieve(setup.getPaymentMethod())
                .getCustomer());
  }

  private void challenge(SetupIntent setup, String outcome) {
    simulated
        .http()
        .control(
            "/_sim/setup_intents/%s/challenge".formatted(setup.getId()),
            "{\"outcome\":\"%s\"}".formatted(outcome));
  }

  private SetupIntentCreateParams.Builder order() {
    return SetupIntentCreateParams.builder()
        .setCustomer(customer.getId())
        .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
        .addPaymentMethodType("card");
  }
}
