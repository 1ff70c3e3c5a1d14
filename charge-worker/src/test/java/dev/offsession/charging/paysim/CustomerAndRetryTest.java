package dev.offsession.charging.paysim;

import static dev.offsession.charging.paysim.Scenes.ALICE;
import static dev.offsession.charging.paysim.Scenes.APPROVES;
import static dev.offsession.charging.paysim.Scenes.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.StateName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The customer and a retry want the same intent at the same moment: Stripe lets one win. */
class CustomerAndRetryTest {
  private static final long ASKED = 1_000;
  private static final long RETRY = ASKED + Duration.ofDays(1).toMillis();
  private static final int SEEDS = 500;

  @Test
  void oneChargeWhenTheCustomerPaysWhileARetryIsDue() {
    int[] paidByRetry = {0};
    for (long seed = 1; seed <= SEEDS; seed++) {
      Simulation sim = play(seed, Plan.calm(2), 1);

      paidByRetry[0] += Scenes.charge(sim).attempts().number() == 2 && retryWon(sim) ? 1 : 0;
    }
    assertThat(paidByRetry[0])
        .as("sometimes the retry is first, sometimes the customer")
        .isBetween(1, SEEDS - 1);
  }

  @Test
  void oneChargeWhenTheCustomerPaysWhileThreeRetriesRace() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      play(seed, Plan.wild(3), 3);
    }
  }

  /** Refused once; a day later the retry and the customer meet at the bank's door. */
  private static Simulation play(long seed, Plan plan, int visits) {
    Simulation sim =
        Simulation.play(
            seed,
            plan,
            world -> {
              Scenes.alice(world, SimCard.no("insufficient_funds"), APPROVES);
              Scenes.ask(world, ASKED, "one", Scenes.request(world, 1_000));
              for (int i = 0; i < visits; i++) {
                long when = RETRY + world.dice().millis(-4_000, 8_000);
                world.people().payOnPage(when, ALICE, ORDER);
              }
            });

    assertThat(sim.outcome().violation()).as("seed %d", seed).isEmpty();
    assertThat(Scenes.payments(sim)).as("seed %d", seed).isOne();
    assertThat(Scenes.charge(sim).stateName()).as("seed %d", seed).isEqualTo(StateName.SUCCEEDED);
    assertThat(sim.checks().finalEvents(ORDER)).as("seed %d", seed).isOne();
    return sim;
  }

  private static boolean retryWon(Simulation sim) {
    return sim.stripe().all().stream().noneMatch(intent -> intent.customerTried);
  }
}
