package dev.offsession.charging.paysim;

import static dev.offsession.charging.paysim.Scenes.APPROVES;
import static dev.offsession.charging.paysim.Scenes.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.StateName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same request many times at once, and other requests under its id, over four processes. That
 * one final event id is told is checked by {@link Checks} in every run.
 */
class CopiesAndConflictsTest {
  private static final int SEEDS = 150;

  @ParameterizedTest(name = "in a bad world: {0}")
  @ValueSource(booleans = {false, true})
  void aHundredCopiesAreOneDocumentAndOneCharge(boolean bad) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Simulation sim = play(seed, bad, CopiesAndConflictsTest::hundredCopies);

      assertThat(sim.outcome().violation()).as("seed %d", seed).isEmpty();
      assertThat(Scenes.documents(sim)).isOne();
      assertThat(Scenes.payments(sim)).isOne();
      assertThat(Scenes.charge(sim).stateName()).isEqualTo(StateName.SUCCEEDED);
      assertThat(sim.checks().finalEvents(ORDER)).isOne();
    }
  }

  @ParameterizedTest(name = "first amount {0}")
  @ValueSource(longs = {1_000, 2_000})
  void theFirstAmountStandsAndTheOtherIsAnswered(long first) {
    long second = 3_000 - first;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Simulation sim =
          play(
              seed,
              seed % 2 == 0,
              world -> {
                Scenes.alice(world, APPROVES);
                Scenes.ask(world, 1_000, "same", Scenes.request(world, first));
                Scenes.ask(world, 1_000, "same", Scenes.request(world, second));
              });

      assertThat(sim.outcome().violation()).as("seed %d", seed).isEmpty();
      assertThat(Scenes.charge(sim).request().amountMinor()).isEqualTo(first);
      assertThat(sim.checks().conflictsTold()).isOne();
      assertThat(Scenes.payments(sim)).isOne();
    }
  }

  private static void hundredCopies(Simulation sim) {
    Scenes.alice(sim, APPROVES);
    ChargeRequest request = Scenes.request(sim, 1_000);
    for (int copy = 0; copy < 100; copy++) {
      Scenes.ask(sim, 1_000 + copy % 5, "key " + copy, request);
    }
  }

  private static Simulation play(long seed, boolean bad, Script script) {
    return Simulation.play(seed, bad ? Plan.wild(4) : Plan.calm(4), script);
  }
}
