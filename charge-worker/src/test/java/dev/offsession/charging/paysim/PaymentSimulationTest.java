package dev.offsession.charging.paysim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.StateName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every promise, after every step, in thousands of bad worlds; and the proof that a broken promise
 * would be seen. {@code paysim.seeds} says how many worlds.
 */
class PaymentSimulationTest {
  private static final long SEEDS = Long.getLong("paysim.seeds", 10_000);
  private static final int HUNTS = 1;
  private static final long HUNT_SEEDS_MAX = 5_000;

  static final List<Mutant> MUTANTS = Mutants.all();

  @Test
  void everyPromiseHoldsWhateverGoesWrong() {
    Progress progress = new Progress(System.out, SEEDS);

    Tally tally =
        Campaign.run(1, SEEDS, Runtime.getRuntime().availableProcessors(), progress::after);

    progress.summary(tally);
    assertThat(tally.violations())
        .as("see a run with ./dev sim --seed <seed>")
        .extracting(Outcome::seed, Outcome::violation)
        .isEmpty();
    assertThat(tally.ends().keySet())
        .as("nothing is left open, and every end was reached")
        .containsExactlyInAnyOrder(
            StateName.SUCCEEDED,
            StateName.FAILED,
            StateName.CANCELED,
            StateName.EXPIRED,
            StateName.REJECTED);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    for (long seed = 1; seed <= 200; seed++) {
      Outcome first = Simulation.run(seed, Mutation.NONE, false);
      Outcome second = Simulation.run(seed, Mutation.NONE, true);

      assertThat(second.hash()).as("seed %d", seed).isEqualTo(first.hash());
      assertThat(second.steps()).as("seed %d", seed).isEqualTo(first.steps());
      assertThat(second.ends()).as("seed %d", seed).isEqualTo(first.ends());
    }
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertThat(Simulation.run(1, Mutation.NONE, false).hash())
        .isNotEqualTo(Simulation.run(2, Mutation.NONE, false).hash());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("MUTANTS")
  void findsTheMistake(Mutant mutant) {
    Hunt hunt = Hunt.of(mutant, HUNTS, HUNT_SEEDS_MAX);

    assertThat(hunt.killed()).as(mutant.mistake()).isTrue();
  }
}
