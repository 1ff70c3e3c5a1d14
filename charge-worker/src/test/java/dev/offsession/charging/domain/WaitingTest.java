package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.AUTHENTICATION_REQUIRED;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** It is the customer's turn, or a retry's. */
class WaitingTest {
  @Test
  void isTheirTurnWhenAnAttemptOfOursMeetsThemAtTheBank() {
    Story story = Story.confirming().sees(answer(1, new Verdict.CustomerActing()));

    assertThat(story.isNow(AUTHENTICATION_REQUIRED).told())
        .containsExactly("Accepted", "AuthenticationRequired");
  }

  @Test
  void isClosedInsteadWhenItIsToEnd() {
    Story story = Story.confirming().cancelAsked().sees(answer(1, new Verdict.CustomerActing()));

    assertThat(story.isNow(StateName.CREATED).question()).contains(new Effect.CancelIntent(PI));
    assertThat(story.told()).containsExactly("Accepted");
  }

  @Test
  void cancelsAgainLaterWhenALookShowsItOpenStill() {
    Story story = Story.refusedWith("authentication_required").cancelAsked();

    story.sees(look(1, refused("authentication_required", "ch_1")));

    assertThat(story.charge().wakeAt()).contains(story.now().plus(Duration.ofMinutes(1)));
  }

  @Test
  void asksEverySixHoursForACardThatNeverCame() {
    Story story = Story.accepted().takenUp(alice());
    story.later(Duration.ofHours(6)).takenUp(alice());

    assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).charge().wakeAt())
        .contains(story.now().plus(Duration.ofHours(6)));
    assertThat(story.question()).isEmpty();
    assertThat(story.told()).containsExactly("Accepted", "PaymentMethodRequired");
  }

  @Test
  void sleepsOnWhenNewsOfTheCustomerBringNoCardAndItIsNotTime() {
    Story story = Story.refusedWith("stolen_card").later(Duration.ofMinutes(1));
    Charge before = story.charge();

    story.on(new ChargeInput.CustomerKnown(alice(VISA)));

    assertThat(story.charge()).isEqualTo(before);
    assertThat(story.question()).isEmpty();
  }

  @Test
  void waitsForStripeWhenTheyPayByWhatTakesTime() {
    Story story = Story.refusedWith("authentication_required");

    story.wakesAndSees(new Verdict.Processing(), VISA).isNow(StateName.PROCESSING);
  }

  @Test
  void succeedsWhenTheyPayOnThePage() {
    Story.refusedWith("authentication_required").sees(event(paid())).isNow(SUCCEEDED);
  }

  @Test
  void asksForACardWhenTheyFailTheChallenge() {
    Story story = Story.refusedWith("authentication_required");
    Verdict failed = refused("payment_intent_authentication_failure", "ch_1");

    story.sees(event(failed)).isNow(AUTHENTICATION_REQUIRED);
    story.wakesAndSees(failed, VISA).isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void confirmsANewDefaultCardAfterLooking() {
    Story story = Story.refusedWith("stolen_card");

    story.wakes().on(new ChargeInput.CustomerKnown(alice(AMEX, VISA)));
    assertThat(story.question()).contains(new Effect.FetchIntent(PI, 1));
    story.sees(look(1, refused("stolen_card", "ch_1"))).isNow(CONFIRMING);

    assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
  }

  @Test
  void leavesACustomerAloneWhoIsInTheMiddle() {
    Story story = Story.refusedWith("stolen_card");

    story.wakes().on(new ChargeInput.CustomerKnown(alice(AMEX, VISA)));
    story.sees(look(1, new Verdict.CustomerActing())).isNow(PAYMENT_METHOD_REQUIRED);

    assertThat(story.confirms()).hasSize(1);
  }

  @Test
  void doesNotTryAnOlderCardThatTheRequestDidNotName() {
    Story story =
        Story.of(requestNaming("pm_amex"))
            .due()
            .on(new ChargeInput.CustomerKnown(alice(VISA, AMEX)))
            .sees(answer(0, unpaid()))
            .sees(answer(1, refused("stolen_card", "ch_1")));

    story.on(new ChargeInput.CustomerKnown(alice(VISA, AMEX))).isNow(PAYMENT_METHOD_REQUIRED);

    assertThat(story.confirms()).hasSize(1);
  }

  @Test
  void looksBeforeARetryAndWaitsForACustomerInTheMiddle() {
    Story story = Story.refusedWith("insufficient_funds");

    story.wakesAndSees(new Verdict.CustomerActing(), VISA).isNow(RETRY_SCHEDULED);

    assertThat(story.confirms()).hasSize(1);
    assertThat(story.charge().wakeAt()).contains(story.now().plus(Duration.ofMinutes(1)));
  }

  @Test
  void looksLessAndLessOftenAfterACustomerWhoWentAwayInTheMiddle() {
    Story story = Story.refusedWith("insufficient_funds");
    int looks = 0;

    Instant end = story.now().plus(Duration.ofDays(28));
    while (story.now().isBefore(end)) {
      story.wakesAndSees(new Verdict.CustomerActing(), VISA).isNow(RETRY_SCHEDULED);
      looks++;
    }

    assertThat(looks).isLessThan(130);
  }

  @Test
  void doesNotWatchACustomerForWhomNothingElseIsTried() {
    Story story = Story.refusedWith("authentication_required");

    story.wakesAndSees(new Verdict.CustomerActing(), VISA).isNow(AUTHENTICATION_REQUIRED);

    assertThat(story.charge().wakeAt()).contains(story.now().plus(Duration.ofHours(6)));
  }

  @Test
  void takesAHintAsAReasonToLookAndNothingMore() {
    Story story = Story.refusedWith("authentication_required").later(Duration.ofHours(1));

    story.sees(event(refused("card_declined", "ch_2"))).isNow(AUTHENTICATION_REQUIRED);

    assertThat(story.charge().wakeAt()).contains(story.now());
  }

  @Test
  void ignoresAnOldRefusalThatComesLate() {
    Story story = Story.refusedWith("authentication_required");
    Charge before = story.charge();

    story.sees(event(refused("authentication_required", "ch_1")));

    assertThat(story.charge()).isEqualTo(before);
  }
}
