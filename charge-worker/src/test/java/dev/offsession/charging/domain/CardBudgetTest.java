package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.aliceRefused;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATING;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The budget of one card over all its charges. */
class CardBudgetTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Nested
  class WhenABankRefuses {
    @Test
    void countsItAgainstTheCardUnderTheNameOfTheTry() {
      assertThat(noted(Story.refusedWith("insufficient_funds")))
          .containsExactly(
              new Effect.NoteRefusal(
                  Examples.ALICE, new CardRefusal(VISA.id(), "order-1#1", NOON)));
    }

    @Test
    void doesNotCountADemandForTheCustomer() {
      assertThat(noted(Story.refusedWith("authentication_required"))).isEmpty();
    }

    private static List<Effect.NoteRefusal> noted(Story story) {
      return story.latest().only(Effect.NoteRefusal.class);
    }
  }

  @Nested
  class WhenItIsSpent {
    @Test
    void aNewChargeAsksForAnotherCardBeforeItAsksStripe() {
      Story story = Story.accepted().takenUp(aliceRefused(10, NOON, VISA));

      assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).lastTold())
          .isEqualTo(
              new ChargeEvent.What.PaymentMethodRequired(
                  Decline.BUDGET_SPENT, CustomerMessage.GENERIC_DECLINE));
      assertThat(story.charge().intent()).isEmpty();
    }

    @Test
    void doesNotTakeTheSameCardForANewOne() {
      Story story = Story.accepted().takenUp(aliceRefused(10, NOON, VISA));

      story.on(new ChargeInput.CustomerKnown(aliceRefused(10, NOON, VISA)));

      story.isNow(PAYMENT_METHOD_REQUIRED);
    }

    @Test
    void aNewChargeTakesTheCardTheyGive() {
      Story story = Story.accepted().takenUp(aliceRefused(10, NOON, VISA));

      story.takenUp(aliceRefused(10, NOON, AMEX, VISA)).isNow(CREATING);
    }

    @Test
    void aNewChargeTakesTheOldCardOnceItsRefusalsAreOld() {
      Story story = Story.accepted().takenUp(aliceRefused(10, NOON.minus(DAY), VISA));

      story.later(Duration.ofDays(29)).takenUp(aliceRefused(10, NOON.minus(DAY), VISA));

      story.isNow(CREATING);
    }

    @Test
    void aRetryIsDroppedAndTheCustomerAskedOnceTheIntentIsSeenToBeFree() {
      Story story = retryOfASpentCard();

      story.sees(look(1, refused("insufficient_funds", "ch_1"))).isNow(PAYMENT_METHOD_REQUIRED);

      assertThat(story.told())
          .containsExactly("Accepted", "RetryScheduled", "PaymentMethodRequired");
      assertThat(story.confirms()).hasSize(1);
      assertThat(story.charge().wakeAt().orElseThrow()).isAfter(story.now());
    }

    @Test
    void nobodyIsAskedBeforeTheLook() {
      Story story = retryOfASpentCard().isNow(RETRY_SCHEDULED);

      assertThat(story.told()).containsExactly("Accepted", "RetryScheduled");
      assertThat(story.question()).contains(new Effect.FetchIntent(Examples.PI, 1));
    }

    @Test
    void whoHasPaidMeanwhileIsNotAsked() {
      Story story = retryOfASpentCard().sees(look(1, paid())).isNow(SUCCEEDED);

      assertThat(story.told()).containsExactly("Accepted", "RetryScheduled", "Succeeded");
    }

    @Test
    void whoIsPayingIsNotAskedUnlessItFails() {
      Story story = retryOfASpentCard().sees(look(1, new Verdict.CustomerActing()));
      assertThat(story.isNow(RETRY_SCHEDULED).told()).doesNotContain("PaymentMethodRequired");

      story.wakes().on(new ChargeInput.CustomerKnown(aliceRefused(10, NOON, VISA)));
      story.sees(look(1, refused("insufficient_funds", "ch_1"))).isNow(PAYMENT_METHOD_REQUIRED);
    }

    @Test
    void aLookWithoutAnAnswerIsMadeAgain() {
      Story story = retryOfASpentCard().hearsNothing(Trouble.NO_ANSWER).isNow(RETRY_SCHEDULED);

      story.wakes().on(new ChargeInput.CustomerKnown(aliceRefused(10, NOON, VISA)));

      assertThat(story.question()).contains(new Effect.FetchIntent(Examples.PI, 1));
    }

    @Test
    void aCardThatTheyGiveBeforeTheyAreAskedIsTried() {
      Story story = retryOfASpentCard().hearsNothing(Trouble.NO_ANSWER);

      story.wakes().on(new ChargeInput.CustomerKnown(aliceRefused(10, NOON, AMEX, VISA)));
      story.sees(look(1, refused("insufficient_funds", "ch_1"))).isNow(CONFIRMING);

      assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
      assertThat(story.told()).doesNotContain("PaymentMethodRequired");
    }

    /** The retry is due, and the news of the customer says that the card has no tries left. */
    private static Story retryOfASpentCard() {
      return Story.refusedWith("insufficient_funds")
          .isNow(RETRY_SCHEDULED)
          .later(DAY)
          .takenUp(aliceRefused(10, NOON, VISA));
    }

    @Test
    void aLateRetryIsDroppedQuietlyBecauseTheCustomerWasAsked() {
      Story story = Story.refusedWith("do_not_honor").isNow(PAYMENT_METHOD_REQUIRED);

      story.later(Duration.ofDays(3)).takenUp(aliceRefused(10, NOON, VISA));

      assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).told())
          .containsExactly("Accepted", "PaymentMethodRequired");
      assertThat(((ChargeState.Waiting) story.charge().state()).retry()).isEmpty();
    }

    @Test
    void anotherCardIsTriedAllTheSame() {
      Story story = Story.refusedWith("insufficient_funds");

      story
          .takenUp(aliceRefused(10, NOON, AMEX, VISA))
          .sees(look(1, refused("insufficient_funds", "ch_1")))
          .isNow(CONFIRMING);

      assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
    }
  }

  @Nested
  class WhenItIsNotSpent {
    @Test
    void theRetryIsMade() {
      Story story = Story.refusedWith("insufficient_funds").later(DAY);

      story
          .takenUp(aliceRefused(9, NOON, VISA))
          .sees(look(1, refused("insufficient_funds", "ch_1")))
          .isNow(CONFIRMING);
    }
  }

  @Nested
  class WhenTheCustomerIsRefusedOnThePage {
    @Test
    void thePlannedRetryStaysOneOfTheCardItWasPlannedFor() {
      Story story = Story.refusedWith("insufficient_funds");
      Evidence onThePage =
          new Evidence(
              Examples.PI,
              Optional.of(Examples.CUS),
              Evidence.Source.LOOK,
              1,
              refused("stolen_card", "ch_page"),
              Optional.of(AMEX));
      story.later(Duration.ofHours(1)).takenUp(alice(VISA)).sees(onThePage).isNow(RETRY_SCHEDULED);

      story.later(DAY).takenUp(alice(VISA)).sees(look(1, refused("stolen_card", "ch_page")));

      assertThat(story.confirms().getLast().method()).isEqualTo(VISA.id());
    }
  }
}
