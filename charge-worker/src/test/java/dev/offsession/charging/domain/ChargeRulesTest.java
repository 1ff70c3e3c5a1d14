package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.Examples.requestExpiringAfter;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.requestOf;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.AUTHENTICATION_REQUIRED;
import static dev.offsession.charging.domain.StateName.CANCELED;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATED;
import static dev.offsession.charging.domain.StateName.CREATING;
import static dev.offsession.charging.domain.StateName.EXPIRED;
import static dev.offsession.charging.domain.StateName.FAILED;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.PROCESSING;
import static dev.offsession.charging.domain.StateName.RECEIVED;
import static dev.offsession.charging.domain.StateName.REJECTED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeRulesTest {

  @Nested
  class OnTheHappyPath {
    @Test
    void createsConfirmsAndTellsThatItIsPaid() {
      Story story = Story.confirming().sees(answer(1, paid())).isNow(SUCCEEDED);

      assertThat(story.told()).containsExactly("Accepted", "Succeeded");
      assertThat(story.charge().wakeAt()).isEmpty();
    }

    @Test
    void createsUnderTheCreateKeyWithTheRequestItself() {
      Story story = Story.creating().isNow(CREATING);

      Effect.CreateIntent create = (Effect.CreateIntent) story.question().orElseThrow();
      assertThat(create.key().value()).matches("[0-9a-f]{32}:create");
      assertThat(create.request()).isEqualTo(request());
    }

    @Test
    void confirmsWithTheDefaultCardUnderTheAttemptsKey() {
      Story story = Story.confirming().isNow(CONFIRMING);

      Effect.ConfirmIntent confirm = story.confirms().getLast();
      assertThat(confirm.key().value()).matches("[0-9a-f]{32}:confirm:1");
      assertThat(confirm.intent()).isEqualTo(PI);
      assertThat(confirm.method()).isEqualTo(VISA.id());
    }
  }

  @Nested
  class WhenARequestComesIn {
    @Test
    void isRejectedAtOnceWhenItIsInvalid() {
      Story story = Story.of(requestOf(0, "JPY")).isNow(REJECTED);

      assertThat(story.told()).containsExactly("Rejected");
    }

    @Test
    void carriesNoDeadlineThatARejectedRequestDidNotHave() {
      ChargeEvent rejected = Story.of(requestOf(0, "JPY")).latest().events().getFirst();
      ChargeEvent accepted = Story.accepted().latest().events().getFirst();

      assertThat(rejected.deadline()).isEmpty();
      assertThat(accepted.deadline()).contains(NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void neverReachesStripeOnceItHasExpired() {
      Story story = Story.of(requestExpiringAfter(Duration.ofMinutes(1)));

      story.later(Duration.ofMinutes(1)).due().isNow(EXPIRED);

      assertThat(story.told()).containsExactly("Accepted", "Expired");
      assertThat(story.confirms()).isEmpty();
    }

    @Test
    void waitsAGraceForAnUnknownCustomerThenIsRejected() {
      Story story = Story.accepted().due().on(new ChargeInput.CustomerUnknown()).isNow(RECEIVED);
      assertThat(story.charge().wakeAt().orElseThrow()).isAfter(NOON);

      story.later(Duration.ofSeconds(30)).due().on(new ChargeInput.CustomerUnknown());

      assertThat(story.isNow(REJECTED).lastTold())
          .isInstanceOfSatisfying(
              ChargeEvent.What.Rejected.class,
              told ->
                  assertThat(told.rejection().reason())
                      .isEqualTo(RejectionReason.CUSTOMER_UNKNOWN));
    }

    @Test
    void asksForACardWhenTheCustomerHasSavedNone() {
      Story story = Story.accepted().due().on(new ChargeInput.CustomerKnown(alice()));

      assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).lastTold())
          .isEqualTo(
              new ChargeEvent.What.PaymentMethodRequired(
                  Decline.NO_METHOD, CustomerMessage.NO_PAYMENT_METHOD));
      assertThat(story.charge().intent()).isEmpty();
    }

    @Test
    void startsWhenThatCustomerSavesACard() {
      Story story = Story.accepted().due().on(new ChargeInput.CustomerKnown(alice()));

      story.due().on(new ChargeInput.CustomerKnown(alice(VISA)));

      story.isNow(CREATING);
    }

    @Test
    void chargesTheMethodItNames() {
      Story story =
          Story.of(requestNaming("pm_amex"))
              .due()
              .on(new ChargeInput.CustomerKnown(alice(VISA, AMEX)))
              .sees(answer(0, unpaid()));

      assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"card_1abc", "src_1abc"})
    void leavesOlderIdsToStripe(String id) {
      Story story =
          Story.of(requestNaming(id))
              .due()
              .on(new ChargeInput.CustomerKnown(alice(VISA)))
              .sees(answer(0, unpaid()));

      assertThat(story.confirms().getLast().method().value()).isEqualTo(id);
    }

    @Test
    void rejectsAMethodThatIsNotTheCustomersAfterTheGrace() {
      Story story = Story.of(requestNaming("pm_foreign")).due();
      story.on(new ChargeInput.CustomerKnown(alice(VISA))).isNow(RECEIVED);

      story.later(Duration.ofSeconds(30)).due().on(new ChargeInput.CustomerKnown(alice(VISA)));

      assertThat(story.isNow(REJECTED).lastTold())
          .isInstanceOfSatisfying(
              ChargeEvent.What.Rejected.class,
              told ->
                  assertThat(told.rejection().reason())
                      .isEqualTo(RejectionReason.PAYMENT_METHOD_UNKNOWN));
    }
  }

  @Nested
  class WhenTheCreateIsNotAnswered {
    @Test
    void sendsTheSameKeyAgain() {
      Story story = Story.creating();
      Effect.Question first = story.question().orElseThrow();

      story.hearsNothing(Trouble.NO_ANSWER).wakes().isNow(CREATING);

      assertThat(story.question()).contains(first);
    }

    @Test
    void looksBeforeItSendsAKeyThatMayHaveExpired() {
      Story story = Story.creating().hearsNothing(Trouble.NO_ANSWER);

      story.later(Duration.ofHours(25)).due();

      assertThat(story.question().orElseThrow()).isInstanceOf(Effect.FindIntents.class);
    }

    @Test
    void looksAfterAnErrorThatStripeSavedUnderTheKey() {
      Story story = Story.creating().hearsNothing(Trouble.SERVER_ERROR).wakes();

      assertThat(story.question().orElseThrow()).isInstanceOf(Effect.FindIntents.class);
    }

    @Test
    void adoptsTheIntentItFinds() {
      Story story = Story.creating().hearsNothing(Trouble.SERVER_ERROR).wakes();

      story.on(new ChargeInput.Found(List.of(look(0, unpaid())))).isNow(CONFIRMING);

      assertThat(story.charge().intent().orElseThrow().id()).isEqualTo(PI);
    }

    @Test
    void usesANewKeyOnlyWhenThereIsNone() {
      Story story = Story.creating().hearsNothing(Trouble.SERVER_ERROR).wakes();

      story.on(new ChargeInput.Found(List.of())).isNow(CREATING);

      Effect.CreateIntent create = (Effect.CreateIntent) story.question().orElseThrow();
      assertThat(create.key().value()).endsWith(":create:2");
    }

    @Test
    void discardsAllButTheFirstOfSeveral() {
      Story story = Story.creating().hearsNothing(Trouble.SERVER_ERROR).wakes();
      Evidence second =
          new Evidence(
              new PaymentIntentId("pi_2"),
              Optional.of(Examples.CUS),
              Evidence.Source.LOOK,
              0,
              unpaid(),
              Optional.empty());

      story.on(new ChargeInput.Found(List.of(look(0, unpaid()), second)));

      assertThat(story.latest().only(Effect.Discard.class))
          .containsExactly(new Effect.Discard(new PaymentIntentId("pi_2")));
      assertThat(story.confirms().getLast().intent()).isEqualTo(PI);
    }

    @Test
    void takesTheIntentFromAnEventToo() {
      Story story = Story.creating().hearsNothing(Trouble.NO_ANSWER);

      story.sees(event(unpaid())).isNow(CONFIRMING);
    }

    @Test
    void leavesAnEventAloneWhileTheAnswerIsOnItsWay() {
      Story.creating().sees(event(unpaid())).isNow(CREATING);
    }

    @Test
    void isRejectedWhenStripeRefusesIt() {
      Story story =
          Story.creating().on(new ChargeInput.Refused("amount_too_small", Optional.of("amount")));

      assertThat(story.isNow(REJECTED).lastTold())
          .isInstanceOfSatisfying(
              ChargeEvent.What.Rejected.class,
              told ->
                  assertThat(told.rejection().reason()).isEqualTo(RejectionReason.STRIPE_REFUSED));
    }
  }

  @Nested
  class WhenTheConfirmIsNotAnswered {
    @ParameterizedTest
    @EnumSource(Trouble.class)
    void tellsNothingAndTakesNoNewAttempt(Trouble trouble) {
      Story story = Story.confirming().hearsNothing(trouble).isNow(CONFIRMING);

      assertThat(story.told()).containsExactly("Accepted");
      assertThat(story.charge().attempts().number()).isEqualTo(1);
      assertThat(story.question()).isEmpty();
    }

    @Test
    void looksInsteadOfConfirmingAgain() {
      Story story = Story.confirming().hearsNothing(Trouble.NO_ANSWER).wakes();

      assertThat(story.question()).contains(new Effect.FetchIntent(PI, 1));
    }

    @Test
    void findsThatItWasPaid() {
      Story.confirming()
          .hearsNothing(Trouble.NO_ANSWER)
          .wakes()
          .sees(look(1, paid()))
          .isNow(SUCCEEDED);
    }

    @Test
    void confirmsUnderTheSameKeyWhenItLeftNoTrace() {
      Story story =
          Story.confirming().hearsNothing(Trouble.NO_ANSWER).wakes().sees(look(1, unpaid()));

      assertThat(story.confirms()).hasSize(2);
      assertThat(story.confirms().getLast()).isEqualTo(story.confirms().getFirst());
    }

    @Test
    void needsANewKeyAfterAnErrorThatStripeReplays() {
      Story story =
          Story.confirming().hearsNothing(Trouble.SERVER_ERROR).wakes().sees(look(1, unpaid()));

      assertThat(story.confirms().getLast().key().value()).endsWith(":confirm:2");
      assertThat(story.charge().attempts().declines()).isZero();
    }

    @Test
    void takesARefusalItLooksUpAsTheOutcome() {
      Story.confirming()
          .hearsNothing(Trouble.NO_ANSWER)
          .wakes()
          .sees(look(1, refused("insufficient_funds", "ch_1")))
          .isNow(RETRY_SCHEDULED);
    }

    @Test
    void doesNotTakeTheLastAttemptsRefusalForThisOnes() {
      Story story = Story.refusedWith("insufficient_funds");
      story.wakesAndSees(refused("insufficient_funds", "ch_1"), VISA).isNow(CONFIRMING);

      story
          .hearsNothing(Trouble.NO_ANSWER)
          .wakes()
          .sees(look(2, refused("insufficient_funds", "ch_1")));

      assertThat(story.isNow(CONFIRMING).confirms()).hasSize(3);
      assertThat(story.confirms().getLast().key().value()).endsWith(":confirm:2");
    }

    @Test
    void waitsLongerFromLookToLook() {
      Story story = Story.confirming();

      assertThat(
              List.of(1, 2, 3, 4, 5, 6, 7).stream()
                  .map(_ -> {
                    story.hearsNothing(Trouble.NO_ANSWER);
                    return Duration.between(story.now(), story.charge().wakeAt().orElseThrow());
                  })
                  .toList())
          .containsExactly(
              Duration.ofSeconds(15),
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(6),
              Duration.ofHours(6));
      assertThat(story.alarms()).containsExactly(AlarmKind.STILL_UNKNOWN);
    }

    @Test
    void asksSoonAgainWhenStripeDidNotLook() {
      Story story = Story.confirming().hearsNothing(Trouble.RATE_LIMITED);

      assertThat(story.charge().wakeAt()).contains(story.now().plus(Examples.POLICY.pause()));
    }
  }

  @Nested
  class WhenTheBankRefuses {
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

  @Nested
  class WhenItWaitsForTheCustomer {
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

  @Nested
  class WhenItIsCanceled {
    @Test
    void endsAtOnceBeforeStripeWasAsked() {
      Story story = Story.accepted().cancelAsked().isNow(CANCELED);

      assertThat(story.told()).containsExactly("Accepted", "Canceled");
    }

    @Test
    void cancelsTheIntentFirst() {
      Story story = Story.refusedWith("authentication_required").cancelAsked();
      assertThat(story.question()).contains(new Effect.CancelIntent(PI));

      story.sees(look(1, canceled())).isNow(CANCELED);
    }

    @Test
    void waitsForAConfirmInFlight() {
      Story story = Story.confirming().cancelAsked().isNow(CONFIRMING);
      assertThat(story.question()).isEmpty();

      story.sees(answer(1, refused("insufficient_funds", "ch_1"))).isNow(CREATED);

      assertThat(story.question()).contains(new Effect.CancelIntent(PI));
      assertThat(story.told()).containsExactly("Accepted");
      story.sees(look(1, canceled())).isNow(CANCELED);
    }

    @Test
    void staysPaidWhenTheConfirmInFlightSucceeded() {
      Story.confirming().cancelAsked().sees(answer(1, paid())).isNow(SUCCEEDED);
    }

    @Test
    void isPaidWhenStripeRefusesToCancelBecauseItWas() {
      Story.refusedWith("authentication_required")
          .cancelAsked()
          .sees(look(1, paid()))
          .isNow(SUCCEEDED);
    }

    @Test
    void changesNothingOnceItIsPaid() {
      Story story = Story.confirming().sees(answer(1, paid())).cancelAsked().isNow(SUCCEEDED);

      assertThat(story.told()).containsExactly("Accepted", "Succeeded");
    }

    @Test
    void tellsWhenSomebodyElseCanceledTheIntent() {
      Story story = Story.refusedWith("authentication_required").sees(event(canceled()));

      assertThat(story.isNow(CANCELED).lastTold())
          .isEqualTo(new ChargeEvent.What.Canceled("canceled at Stripe: abandoned"));
    }

    @Test
    void triesTheCancelAgainWhenItWasNotAnswered() {
      Story story =
          Story.refusedWith("authentication_required")
              .cancelAsked()
              .hearsNothing(Trouble.NO_ANSWER)
              .wakes();

      assertThat(story.question()).contains(new Effect.CancelIntent(PI));
    }
  }

  @Nested
  class WhenItsDeadlinePasses {
    @Test
    void cancelsTheIntentThenExpires() {
      Story story = Story.refusedWith("authentication_required").later(Duration.ofDays(30)).due();
      assertThat(story.question()).contains(new Effect.CancelIntent(PI));

      story.sees(look(1, canceled())).isNow(EXPIRED);

      assertThat(story.told()).containsExactly("Accepted", "AuthenticationRequired", "Expired");
    }

    @Test
    void wakesAtTheDeadline() {
      Story story =
          Story.of(requestExpiringAfter(Duration.ofHours(2)))
              .due()
              .on(new ChargeInput.CustomerKnown(alice(VISA)))
              .sees(answer(0, unpaid()))
              .sees(answer(1, refused("authentication_required", "ch_1")));

      assertThat(story.charge().wakeAt()).contains(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void settlesAnUnknownConfirmFirst() {
      Story story = Story.confirming().hearsNothing(Trouble.NO_ANSWER);

      story.later(Duration.ofDays(31)).due().isNow(CONFIRMING);

      assertThat(story.question()).contains(new Effect.FetchIntent(PI, 1));
      story.sees(look(1, paid())).isNow(SUCCEEDED);
    }
  }

  @Nested
  class WhenEvidenceIsNotWhatItSeems {
    @Test
    void ignoresEverythingOnceItIsFinal() {
      Story story = Story.confirming().sees(answer(1, paid()));

      story.sees(event(refused("card_declined", "ch_0"))).sees(event(canceled())).due();

      assertThat(story.isNow(SUCCEEDED).told()).containsExactly("Accepted", "Succeeded");
    }

    @Test
    void freezesAndAlarmsWhenTheAmountDiffers() {
      Story story = Story.confirming().sees(answer(1, new Verdict.Alien("amount")));

      assertThat(story.isNow(CONFIRMING).alarms()).containsExactly(AlarmKind.ALIEN_INTENT);
    }

    @Test
    void neverTakesAnotherIntent() {
      Evidence other =
          new Evidence(
              new PaymentIntentId("pi_2"),
              Optional.of(Examples.CUS),
              Evidence.Source.EVENT,
              0,
              unpaid(),
              Optional.empty());

      Story story = Story.confirming().sees(other).isNow(CONFIRMING);

      assertThat(story.charge().intent().orElseThrow().id()).isEqualTo(PI);
      assertThat(story.latest().only(Effect.Discard.class))
          .containsExactly(new Effect.Discard(new PaymentIntentId("pi_2")));
    }

    @Test
    void ignoresAnIntentOfAChargeThatNeverAskedForOne() {
      Story story = Story.accepted().sees(event(paid())).isNow(RECEIVED);

      assertThat(story.alarms()).containsExactly(AlarmKind.PAID_AFTER_END);
    }

    @Test
    void doesNotTakeOneAttemptsAnswerForAnothers() {
      Story story = Story.refusedWith("insufficient_funds");
      story.wakesAndSees(refused("insufficient_funds", "ch_1"), VISA).isNow(CONFIRMING);

      story.sees(answer(1, refused("insufficient_funds", "ch_1"))).isNow(CONFIRMING);

      assertThat(story.charge().attempts().declines()).isEqualTo(1);
    }
  }

  @Nested
  class WhenStripeWorksOnIt {
    @Test
    void waitsAndLooks() {
      Story story = Story.confirming().sees(answer(1, new Verdict.Processing()));

      assertThat(story.isNow(PROCESSING).told()).containsExactly("Accepted", "Processing");
      story.wakes();
      assertThat(story.question()).contains(new Effect.FetchIntent(PI, 1));
      story.sees(look(1, paid())).isNow(SUCCEEDED);
    }

    @Test
    void takesALateRefusal() {
      Story.confirming()
          .sees(answer(1, new Verdict.Processing()))
          .wakes()
          .sees(look(1, refused("insufficient_funds", "ch_1")))
          .isNow(RETRY_SCHEDULED);
    }
  }
}
