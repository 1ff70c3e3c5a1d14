package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.StateName.AUTHENTICATION_REQUIRED;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATED;
import static dev.offsession.charging.domain.StateName.FAILED;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bank or Stripe said no to an attempt. */
class RefusalTest {
  @Test
  void waitsForTheCustomerWhenItWantsThem() {
    Story story = Story.refusedWith("authentication_required").isNow(AUTHENTICATION_REQUIRED);

    assertThat(story.told()).containsExactly("Accepted", "AuthenticationRequired");
  }

  @Test
  void triesAgainByItselfAfterASoftDecline() {
    Story story = Story.refusedWith("insufficient_funds").isNow(RETRY_SCHEDULED);
    assertThat(story.charge().wakeAt()).contains(NOON.plus(Duration.ofDays(1)));

    story.wakesAndSees(refused("insufficient_funds", "ch_1"), VISA).isNow(CONFIRMING);

    assertThat(story.confirms().getLast().key().value()).endsWith(":confirm:2");
    story.sees(answer(2, paid())).isNow(SUCCEEDED);
  }

  @Test
  void asksForACardOnceTheBudgetIsSpent() {
    Story story = Story.refusedWith("insufficient_funds");
    for (int attempt = 2; attempt <= 4; attempt++) {
      story.isNow(RETRY_SCHEDULED);
      story.wakesAndSees(refused("insufficient_funds", "ch_" + (attempt - 1)), VISA);
      story.sees(answer(attempt, refused("insufficient_funds", "ch_" + attempt)));
    }

    story.isNow(PAYMENT_METHOD_REQUIRED);
    assertThat(story.confirms()).hasSize(4);
  }

  @Test
  void asksForAnotherCardAfterAHardDecline() {
    Story story = Story.refusedWith("stolen_card").isNow(PAYMENT_METHOD_REQUIRED);

    assertThat(story.lastTold())
        .isInstanceOfSatisfying(
            ChargeEvent.What.PaymentMethodRequired.class,
            told -> assertThat(told.tell()).isEqualTo(CustomerMessage.GENERIC_DECLINE));
  }

  @Test
  void asksForACardAndTriesTheOldOneLateAfterAVagueDecline() {
    Story story = Story.refusedWith("do_not_honor").isNow(PAYMENT_METHOD_REQUIRED);

    story.later(Duration.ofDays(3)).wakesAndSees(refused("do_not_honor", "ch_1"), VISA);
    story.sees(answer(2, refused("do_not_honor", "ch_2"))).isNow(PAYMENT_METHOD_REQUIRED);

    assertThat(story.told()).containsExactly("Accepted", "PaymentMethodRequired");
  }

  @Test
  void givesUpOnlyAfterTheIntentIsCanceled() {
    Story story = Story.refusedWith("stop_payment_order").isNow(CREATED);
    assertThat(story.question()).contains(new Effect.CancelIntent(PI));
    assertThat(story.told()).containsExactly("Accepted");

    story.sees(look(1, canceled())).isNow(FAILED);

    assertThat(story.told()).containsExactly("Accepted", "Failed");
  }

  @Test
  void asksForACardWhenStripeCannotUseThisOne() {
    Story.confirming()
        .on(new ChargeInput.Refused("resource_missing", Optional.of("payment_method")))
        .isNow(PAYMENT_METHOD_REQUIRED);
  }
}
