package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATING;
import static dev.offsession.charging.domain.StateName.PROCESSING;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A charge that is paid, and one that Stripe takes its time over. */
class PayingTest {
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
