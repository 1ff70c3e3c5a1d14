package dev.offsession.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.offsession.simulator.card.Verdict;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentAttemptsTest {
  private final Account account = AnAccount.empty();
  private Customer customer = AnAccount.customer(account);

  @BeforeEach
  void begin() {
    customer = AnAccount.customer(account);
  }

  @Test
  void anApprovedChargeMovesTheMoneyOnce() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_visa");
    PaymentIntent intent = AnAccount.payment(account, customer);

    PaymentIntent paid = confirm(intent, AnAccount.absent(card));

    assertThat(paid.state()).isEqualTo(new Succeeded(card.id(), 1200));
    assertThat(account.store().charges().newestFirst())
        .singleElement()
        .satisfies(charge -> assertThat(charge.books().captured()).isEqualTo(1200));
    assertThatThrownBy(() -> confirm(intent, AnAccount.absent(card)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.error().code()).isEqualTo("payment_intent_unexpected_state"));
  }

  @Test
  void aRefusalSendsTheIntentBackWithoutItsCard() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_chargeCustomerFail");
    PaymentIntent intent = AnAccount.payment(account, customer);

    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> confirm(intent, AnAccount.absent(card)));

    PaymentIntent after = account.paymentIntents().get(intent.id());
    assertThat(refusal.status()).isEqualTo(402);
    assertThat(refusal.executed()).isTrue();
    assertThat(refusal.error().intent()).isEqualTo(after);
    assertThat(after.state()).isInstanceOf(RequiresPaymentMethod.class);
    assertThat(after.state().paymentMethod()).isNull();
    assertThat(after.latestCharge()).isEqualTo(refusal.error().charge());
  }

  @Test
  void withoutTheCustomerADemandForAuthenticationIsARefusal() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_authenticationRequired");
    PaymentIntent intent = AnAccount.payment(account, customer);

    assertThatThrownBy(() -> confirm(intent, AnAccount.absent(card))).isInstanceOf(Refusal.class);

    assertThat(AnAccount.eventTypes(account))
        .contains("payment_intent.payment_failed")
        .doesNotContain("payment_intent.requires_action");
  }

  @Test
  void withTheCustomerItIsAChallenge() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_authenticationRequired");
    PaymentIntent asking = confirm(AnAccount.payment(account, customer), AnAccount.present(card));

    PaymentIntent paid = account.paymentIntents().answerChallenge(asking.id(), true, Cause.STRIPE);

    assertThat(asking.state()).isInstanceOf(RequiresAction.class);
    assertThat(account.store().charges().newestFirst())
        .singleElement()
        .satisfies(charge -> assertThat(charge.authenticated()).isTrue());
    assertThat(paid.state()).isInstanceOf(Succeeded.class);
  }

  @Test
  void aChallengeIsAnsweredOnce() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_authenticationRequired");
    PaymentIntent asking = confirm(AnAccount.payment(account, customer), AnAccount.present(card));
    account.paymentIntents().answerChallenge(asking.id(), true, Cause.STRIPE);

    assertThatThrownBy(
            () -> account.paymentIntents().answerChallenge(asking.id(), true, Cause.STRIPE))
        .isInstanceOf(Refusal.class);
    assertThat(account.store().charges().size()).isEqualTo(1);
  }

  @Test
  void theExpiryOfAnOldChallengeDoesNotTouchANewOne() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_authenticationRequired");
    PaymentIntent intent = AnAccount.payment(account, customer);
    confirm(intent, AnAccount.inBrowser(card.id()));
    account.advance(Duration.ofHours(23));
    confirm(intent, AnAccount.inBrowser(card.id()));

    account.advance(Duration.ofHours(2));
    IntentState afterTheFirst = account.paymentIntents().get(intent.id()).state();
    account.advance(Duration.ofHours(23));
    IntentState afterTheSecond = account.paymentIntents().get(intent.id()).state();

    assertThat(afterTheFirst).isInstanceOf(RequiresAction.class);
    assertThat(afterTheSecond).isInstanceOf(RequiresPaymentMethod.class);
  }

  @Test
  void aBankMayTakeItsTime() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_visa");
    account.hooks().add(card.id(), new Verdict.Pending(), null, 1);
    PaymentIntent processing =
        confirm(AnAccount.payment(account, customer), AnAccount.absent(card));

    account.advance(Duration.ofSeconds(3));

    assertThat(processing.state()).isInstanceOf(Processing.class);
    assertThat(account.paymentIntents().get(processing.id()).state()).isInstanceOf(Succeeded.class);
  }

  @Test
  void hooksAreUsedInTheirOrderAndThenTheCardAnswers() {
    PaymentMethod card = AnAccount.saved(account, customer, "pm_card_chargeCustomerFail");
    account.hooks().add(card.id(), Verdict.declined("insufficient_funds"), true, 1);
    account.hooks().add(card.id(), Verdict.declined("lost_card"), true, 1);
    PaymentIntent intent = AnAccount.payment(account, customer);

    assertThat(declineCode(intent, card)).isEqualTo("insufficient_funds");
    assertThat(declineCode(intent, card)).isEqualTo("lost_card");
    assertThat(declineCode(intent, card)).isEqualTo("generic_decline");
  }

  private String declineCode(PaymentIntent intent, PaymentMethod card) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> confirm(intent, AnAccount.absent(card)));
    return java.util.Objects.requireNonNull(refusal.error().decline()).declineCode();
  }

  private PaymentIntent confirm(PaymentIntent intent, Confirmation wish) {
    return account.paymentIntents().confirm(intent.id(), wish, Cause.STRIPE);
  }
}
