package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.CREATING;
import static dev.offsession.charging.domain.StateName.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The intent was asked for, and nobody answered. */
class UnansweredCreateTest {
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

  /** To send the key again would only bring the saved error again, and look every other time. */
  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"NO_ANSWER", "SERVER_ERROR", "BUSY", "RATE_LIMITED"})
  void looksAgainWhenALookIsNotAnswered(Trouble ofTheLook) {
    Story story = Story.creating().hearsNothing(Trouble.SERVER_ERROR).wakes();

    for (int look = 0; look < 3; look++) {
      assertThat(story.question().orElseThrow()).isInstanceOf(Effect.FindIntents.class);
      story.hearsNothing(ofTheLook).wakes();
    }

    assertThat(story.isNow(CREATING).question().orElseThrow())
        .isInstanceOf(Effect.FindIntents.class);
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
