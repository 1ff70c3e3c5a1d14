package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StateName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stripe's events: ours, those of other systems, and those whose charge is not there. */
class StripeEventsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private final World world = new World();
  private final World.Instance process = world.process();

  @BeforeEach
  void aliceHasACard() {
    world.aliceHas("pm_visa");
  }

  @Test
  void settleAChargeThatWaits() {
    world.stripe.refuseNext("authentication_required");
    process.intake.accept(List.of(world.request(1200)));
    process.run();
    PaymentIntentId intent = world.stripe.intents().getFirst().id();
    world.stripe.confirmNow(intent, new PaymentMethodId("pm_page"));

    process.hears("evt_1", world.stripe.intents().getFirst());

    assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
  }

  @Test
  void ofOtherSystemsAreCountedAndLeftAlone() {
    int writes = world.store.writes();

    process.hears("evt_1", intent(Optional.empty()));

    assertThat(world.ledger.foreign).containsExactly("not_ours");
    assertThat(world.store.writes()).isEqualTo(writes);
    world.later(Duration.ofDays(2));
    assertThat(process.stripeEvents.round(10)).isZero();
  }

  @Nested
  class WhoseChargeIsNotThere {
    @BeforeEach
    void come() {
      process.hears("evt_1", intent(Optional.of("order-1")));
    }

    @Test
    void areParkedAndLookedAtAgainForADayThenAPersonHears() {
      assertThat(world.ledger.foreign).containsExactly("no_document");
      int looks = 0;
      while (world.ledger.alarms.isEmpty()) {
        world.later(QUARTER);
        looks += process.stripeEvents.round(10);
      }

      assertThat(looks).isEqualTo(96);
      assertThat(world.ledger.alarms).containsExactly("order-1 NO_CHARGE pi_1");
      world.later(Duration.ofDays(1));
      assertThat(process.stripeEvents.round(10)).isZero();
    }

    @Test
    void areToldToTheChargeWhenItComes() {
      process.intake.accept(List.of(world.request(1200)));
      process.run();
      PaymentIntentId intent = world.stripe.intents().getFirst().id();
      assertThat(intent.value()).isEqualTo("pi_1");

      world.later(QUARTER);

      assertThat(process.stripeEvents.round(10)).isEqualTo(1);
      world.later(Duration.ofDays(2));
      assertThat(process.stripeEvents.round(10)).isZero();
      assertThat(world.ledger.alarms).isEmpty();
      assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
    }

    @Test
    void areKeptWhenStripeDoesNotAnswer() {
      process.intake.accept(List.of(world.request(1200)));
      process.run();
      world.stripe.loseNextAnswers(dev.offsession.charging.domain.Trouble.NO_ANSWER);

      world.later(QUARTER);
      process.stripeEvents.round(10);

      world.later(QUARTER);
      assertThat(process.stripeEvents.round(10)).isEqualTo(1);
      world.later(QUARTER);
      assertThat(process.stripeEvents.round(10)).isZero();
    }
  }

  private static IntentSnapshot intent(Optional<String> request) {
    return new IntentSnapshot(
        new PaymentIntentId("pi_1"),
        "succeeded",
        1200,
        "jpy",
        Optional.empty(),
        request.map(ChargeRequestId::new),
        1200,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
