package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Throws inputs at a charge in any order, sensible or not. Every decision passes through {@link
 * Invariants}, so a broken rule throws; the seed is the name of a failing story.
 */
class RandomStoriesTest {
  private static final int STORIES = 2_000;
  private static final int INPUTS = 40;

  @Test
  void noOrderOfInputsBreaksAnInvariant() {
    Map<StateName, Integer> ends = new EnumMap<>(StateName.class);
    for (long seed = 0; seed < STORIES; seed++) {
      Story story = play(seed);
      ends.merge(story.state(), 1, Integer::sum);
      long finals = story.told().stream().filter(RandomStoriesTest::isFinal).count();
      assertThat(finals).as("seed %d", seed).isEqualTo(story.charge().isFinal() ? 1 : 0);
    }
    assertThat(ends.keySet())
        .as("the stories reach every end")
        .contains(StateName.SUCCEEDED, StateName.CANCELED, StateName.EXPIRED, StateName.REJECTED);
  }

  private static Story play(long seed) {
    Random random = new Random(seed);
    Story story = Story.accepted();
    try {
      for (int i = 0; i < INPUTS; i++) {
        story.later(Duration.ofMinutes(random.nextInt(3_000))).on(input(random));
      }
    } catch (RuntimeException e) {
      throw new AssertionError("story " + seed, e);
    }
    return story;
  }

  private static ChargeInput input(Random random) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new ChargeInput.Due();
      case 2 -> new ChargeInput.CustomerKnown(random.nextBoolean() ? alice(VISA) : alice(AMEX));
      case 3 ->
          random.nextInt(8) == 0
              ? new ChargeInput.CustomerUnknown()
              : new ChargeInput.Found(List.of(evidence(random)));
      case 4, 5 -> new ChargeInput.Seen(evidence(random));
      case 6 -> new ChargeInput.NoAnswer(any(random, Trouble.values()));
      case 7 ->
          random.nextInt(6) == 0
              ? new ChargeInput.Refused("resource_missing", Optional.of("payment_method"))
              : new ChargeInput.Due();
      default ->
          random.nextInt(12) == 0 ? new ChargeInput.CancelAsked("random") : new ChargeInput.Due();
    };
  }

  private static Evidence evidence(Random random) {
    PaymentIntentId intent =
        random.nextInt(10) == 0 ? new PaymentIntentId("pi_other") : Examples.PI;
    return new Evidence(
        intent,
        Optional.of(Examples.CUS),
        any(random, Evidence.Source.values()),
        random.nextInt(4),
        verdict(random),
        random.nextBoolean() ? Optional.of(VISA) : Optional.empty());
  }

  private static Verdict verdict(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> paid();
      case 1 -> canceled();
      case 2 -> new Verdict.Processing();
      case 3 -> new Verdict.CustomerActing();
      case 4 -> new Verdict.Alien("amount");
      case 5 -> refused("authentication_required", "ch_" + random.nextInt(4));
      case 6 -> refused("insufficient_funds", "ch_" + random.nextInt(4));
      case 7 -> refused("stolen_card", "ch_" + random.nextInt(4));
      case 8 -> refused("stop_payment_order", "ch_" + random.nextInt(4));
      default -> unpaid();
    };
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static boolean isFinal(String told) {
    return List.of("Succeeded", "Failed", "Canceled", "Expired", "Rejected").contains(told);
  }
}
