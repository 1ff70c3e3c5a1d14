package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to questions that nobody asked, in every state: nothing changes and nothing is asked. */
class StrayInputTest {
  private static final ChargeInput FOUND = new ChargeInput.Found(List.of(look(0, unpaid())));
  private static final ChargeInput NOBODY = new ChargeInput.CustomerUnknown();
  private static final ChargeInput SOMEBODY = new ChargeInput.CustomerKnown(alice(AMEX, VISA));
  private static final ChargeInput NOTHING = new ChargeInput.NoAnswer(Trouble.NO_ANSWER);
  private static final ChargeInput REFUSED = new ChargeInput.Refused("strange", Optional.empty());
  private static final ChargeInput UNPAID = new ChargeInput.Seen(event(unpaid()));

  private static final Map<StateName, Supplier<Story>> STATES =
      Map.of(
          StateName.RECEIVED, Story::accepted,
          StateName.CREATING, Story::creating,
          StateName.CREATED, () -> Story.refusedWith("stop_payment_order"),
          StateName.CONFIRMING, Story::confirming,
          StateName.PROCESSING, () -> Story.confirming().sees(answer(1, new Verdict.Processing())),
          StateName.AUTHENTICATION_REQUIRED, () -> Story.refusedWith("authentication_required"),
          StateName.PAYMENT_METHOD_REQUIRED, () -> Story.refusedWith("stolen_card"),
          StateName.RETRY_SCHEDULED, () -> Story.refusedWith("insufficient_funds"),
          StateName.SUCCEEDED, () -> Story.confirming().sees(answer(1, paid())));

  private static final Map<StateName, List<ChargeInput>> STRAY =
      Map.of(
          StateName.RECEIVED, List.of(FOUND, NOTHING, REFUSED),
          StateName.CREATING, List.of(SOMEBODY, NOBODY, UNPAID),
          StateName.CREATED, List.of(SOMEBODY, NOBODY, FOUND, UNPAID),
          StateName.CONFIRMING, List.of(SOMEBODY, NOBODY, FOUND, UNPAID),
          StateName.PROCESSING, List.of(SOMEBODY, NOBODY, FOUND),
          StateName.AUTHENTICATION_REQUIRED, List.of(FOUND, NOBODY, UNPAID),
          StateName.PAYMENT_METHOD_REQUIRED, List.of(FOUND, NOBODY, UNPAID),
          StateName.RETRY_SCHEDULED, List.of(FOUND, NOBODY, UNPAID),
          StateName.SUCCEEDED, List.of(FOUND, SOMEBODY, NOBODY, NOTHING, REFUSED, UNPAID));

  static Stream<Arguments> stray() {
    return STRAY.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            state -> state.getValue().stream().map(input -> Arguments.of(state.getKey(), input)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("stray")
  void changesNothing(StateName state, ChargeInput input) {
    Story story = STATES.getOrDefault(state, Story::accepted).get().isNow(state);
    Charge before = story.charge();

    story.on(input);

    assertThat(story.charge()).isEqualTo(before);
    assertThat(story.latest().effects()).isEmpty();
  }
}
