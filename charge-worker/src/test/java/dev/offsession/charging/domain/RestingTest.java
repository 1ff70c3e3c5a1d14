package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The intent exists, no confirm of ours is open, and the customer is not asked. */
class RestingTest {

  @Nested
  class WhenTheIntentWasFoundInUse {
    @Test
    void looksAtOnce() {
      Story story = found();

      assertThat(story.charge().wakeAt()).contains(story.now());
      assertThat(story.due().question()).contains(new Effect.FetchIntent(PI, 0));
    }

    static Stream<Arguments> sights() {
      return Stream.of(
          Arguments.of(unpaid(), StateName.CONFIRMING),
          Arguments.of(refused("insufficient_funds", "ch_1"), StateName.RETRY_SCHEDULED),
          Arguments.of(new Verdict.CustomerActing(), StateName.AUTHENTICATION_REQUIRED),
          Arguments.of(new Verdict.Processing(), StateName.PROCESSING),
          Arguments.of(paid(), StateName.SUCCEEDED),
          Arguments.of(canceled(), StateName.CANCELED),
          Arguments.of(new Verdict.Alien("amount"), StateName.CREATED));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sights")
    void goesOnFromWhatItSees(Verdict verdict, StateName next) {
      found().due().sees(look(0, verdict)).isNow(next);
    }

    @Test
    void takesTheCardThatIsOnTheIntent() {
      Story story = found().due().sees(look(0, new Verdict.CustomerActing()));

      assertThat(story.charge().card()).contains(Examples.VISA);
    }

    private static Story found() {
      return Story.creating()
          .hearsNothing(Trouble.NO_ANSWER)
          .sees(event(new Verdict.Processing()))
          .isNow(StateName.CREATED);
    }
  }

  @Nested
  class WhenItIsToEnd {
    @Test
    void cancelsAgainAMinuteAfterALookThatShowsItOpen() {
      Story story = Story.refusedWith("stop_payment_order").isNow(StateName.CREATED);

      story.sees(look(1, refused("stop_payment_order", "ch_1"))).isNow(StateName.CREATED);

      assertThat(waitOf(story)).isEqualTo(Duration.ofMinutes(1));
      assertThat(story.wakes().question()).contains(new Effect.CancelIntent(PI));
    }

    @Test
    void waitsAndCallsAPersonWhenStripeRefusesTheCancel() {
      Story story = Story.refusedWith("stop_payment_order");

      story.on(new ChargeInput.Refused("strange", Optional.empty())).isNow(StateName.CREATED);

      assertThat(story.alarms()).containsExactly(AlarmKind.REFUSED_BY_STRIPE);
      assertThat(waitOf(story)).isEqualTo(Duration.ofHours(6));
    }
  }

  @Nested
  class WhenStripeWorksOnIt {
    @Test
    void looksLaterEachTime() {
      Story story = processing();
      List<Duration> waits = new ArrayList<>(List.of(waitOf(story)));
      for (int i = 0; i < 4; i++) {
        story.wakes().sees(look(1, new Verdict.Processing())).isNow(StateName.PROCESSING);
        waits.add(waitOf(story));
      }

      assertThat(waits)
          .containsExactly(
              Duration.ofMinutes(1),
              Duration.ofSeconds(15),
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30));
    }

    @Test
    void letsAnEventThatSaysTheSameBe() {
      Story story = processing();
      Charge before = story.charge();

      assertThat(story.sees(event(new Verdict.Processing())).charge()).isEqualTo(before);
    }

    @Test
    void looksAtOnceWhenAnEventSaysOtherwise() {
      Story story = processing().sees(event(refused("insufficient_funds", "ch_1")));

      assertThat(story.isNow(StateName.PROCESSING).charge().wakeAt()).contains(story.now());
    }

    private static Story processing() {
      return Story.confirming().sees(answer(1, new Verdict.Processing()));
    }
  }

  private static Duration waitOf(Story story) {
    return Duration.between(story.now(), story.charge().wakeAt().orElseThrow());
  }
}
