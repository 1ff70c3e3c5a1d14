package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money may have moved, and nobody said so. */
class UnansweredConfirmTest {
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
  void takesAnUnpaidIntentInAnEventForNoNews() {
    Story story = Story.confirming().hearsNothing(Trouble.NO_ANSWER);
    Charge before = story.charge();

    story.sees(
        new Evidence(
            PI, Optional.of(Examples.CUS), Evidence.Source.EVENT, 1, unpaid(), Optional.of(VISA)));

    assertThat(story.charge()).isEqualTo(before);
  }

  @Test
  void cancelsInsteadOfConfirmingAgainWhenItIsToEnd() {
    Story story = Story.confirming().hearsNothing(Trouble.NO_ANSWER).cancelAsked().wakes();

    story.sees(look(1, unpaid())).isNow(CREATED);

    assertThat(story.question()).contains(new Effect.CancelIntent(PI));
    assertThat(story.confirms()).hasSize(1);
  }

  @Test
  void asksSoonAgainWhenStripeDidNotLook() {
    Story story = Story.confirming().hearsNothing(Trouble.RATE_LIMITED);

    assertThat(story.charge().wakeAt()).contains(story.now().plus(Examples.POLICY.pause()));
  }
}
