package dev.offsession.charging.domain;

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
import static dev.offsession.charging.domain.Examples.requestExpiringAfter;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CANCELED;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATED;
import static dev.offsession.charging.domain.StateName.EXPIRED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Canceled, or too late: the intent is canceled first. */
class EndingUnpaidTest {
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
}
