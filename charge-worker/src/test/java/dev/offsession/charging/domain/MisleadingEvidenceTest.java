package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.RECEIVED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sights of intents that do not mean what they seem to. */
class MisleadingEvidenceTest {
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
