package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.POLICY;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.requestExpiringAfter;
import static dev.offsession.charging.domain.Examples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often Stripe is asked while it does not answer, whatever is asked. */
class BackOffTest {
  private static final List<Duration> PLAN =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(6));

  /** Every kind of question that a resting or asking charge has open. */
  private static final Map<String, Supplier<Story>> ASKING =
      Map.of(
          "a create", Story::creating,
          "a confirm", Story::confirming,
          "a look before a retry", BackOffTest::lookBeforeARetry,
          "a look at what the customer does", BackOffTest::lookAtWhatTheCustomerDoes,
          "a look before a new card", BackOffTest::lookBeforeANewCard,
          "a look at what Stripe works on", BackOffTest::lookAtWhatStripeWorksOn,
          "a cancel", () -> Story.refusedWith("authentication_required").cancelAsked(),
          "a cancel after giving up", () -> Story.refusedWith("stop_payment_order"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("asking")
  void waitsLongerEachTimeAndAlarmsAtTheEnd(String question, Supplier<Story> asking) {
    Story story = asking.get();
    List<Duration> waits = new ArrayList<>();
    List<Integer> alarms = new ArrayList<>();

    for (int i = 0; i < PLAN.size(); i++) {
      story.hearsNothing(Trouble.NO_ANSWER);
      waits.add(waitOf(story));
      alarms.add(story.alarms().size());
    }

    assertThat(waits).as(question).isEqualTo(PLAN);
    assertThat(alarms).as("alarms of " + question).containsExactly(0, 0, 0, 0, 0, 1, 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asking")
  void staysAtTheShortPauseWhileStripeDidNotLook(String question, Supplier<Story> asking) {
    Story story = asking.get();

    for (int i = 0; i < 9; i++) {
      story.hearsNothing(Trouble.RATE_LIMITED);
      assertThat(waitOf(story)).as(question).isEqualTo(POLICY.pause());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"NO_ANSWER", "SERVER_ERROR", "BUSY"})
  void countsWhateverIsNoAnswer(Trouble trouble) {
    Story story = lookBeforeARetry().hearsNothing(trouble).hearsNothing(trouble);

    assertThat(waitOf(story)).isEqualTo(PLAN.get(1));
  }

  @Test
  void startsAnewOnceStripeHasAnswered() {
    Story story = lookAtWhatTheCustomerDoes();
    for (int i = 0; i < 5; i++) {
      story.hearsNothing(Trouble.NO_ANSWER);
    }

    story.sees(look(1, new Verdict.CustomerActing()));
    story.wakes().on(new ChargeInput.CustomerKnown(alice(VISA))).hearsNothing(Trouble.NO_ANSWER);

    assertThat(waitOf(story)).isEqualTo(PLAN.getFirst());
  }

  @Test
  void startsAnewAfterARefusedLookToo() {
    Story story = lookBeforeARetry().hearsNothing(Trouble.NO_ANSWER);

    story.on(new ChargeInput.Refused("resource_missing", java.util.Optional.empty()));
    story.hearsNothing(Trouble.NO_ANSWER);

    assertThat(waitOf(story)).isEqualTo(PLAN.getFirst());
  }

  @Test
  void isNotReassuredByAnOldEvent() {
    Story story = lookBeforeARetry().hearsNothing(Trouble.NO_ANSWER);

    story.sees(event(refused("insufficient_funds", "ch_1"))).hearsNothing(Trouble.NO_ANSWER);

    assertThat(waitOf(story)).isEqualTo(PLAN.get(1));
  }

  @Test
  void neverWaitsBeyondTheDeadline() {
    Story story =
        Story.of(requestExpiringAfter(Duration.ofMinutes(3)))
            .takenUp(alice(VISA))
            .sees(answer(0, unpaid()))
            .hearsNothing(Trouble.NO_ANSWER)
            .hearsNothing(Trouble.NO_ANSWER);

    story.later(Duration.ofMinutes(1)).hearsNothing(Trouble.NO_ANSWER);

    assertThat(waitOf(story)).isEqualTo(Duration.ofMinutes(2));
  }

  private static Stream<Arguments> asking() {
    return ASKING.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private static Story lookBeforeARetry() {
    return Story.refusedWith("insufficient_funds")
        .wakes()
        .on(new ChargeInput.CustomerKnown(alice(VISA)));
  }

  private static Story lookAtWhatTheCustomerDoes() {
    return Story.refusedWith("authentication_required")
        .wakes()
        .on(new ChargeInput.CustomerKnown(alice(VISA)));
  }

  private static Story lookBeforeANewCard() {
    return Story.refusedWith("stolen_card")
        .wakes()
        .on(new ChargeInput.CustomerKnown(alice(AMEX, VISA)));
  }

  private static Story lookAtWhatStripeWorksOn() {
    return Story.confirming().sees(answer(1, new Verdict.Processing())).wakes();
  }

  private static Duration waitOf(Story story) {
    return Duration.between(story.now(), story.charge().wakeAt().orElseThrow());
  }
}
