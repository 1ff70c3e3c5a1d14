package dev.offsession.charging.paysim;

import static dev.offsession.charging.paysim.Scenes.APPROVES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.StateName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stripe is away for 30 hours, in a world where nothing else goes wrong. */
class OutageTest {
  private static final long OUTAGE = Duration.ofHours(30).toMillis();
  private static final SimCard.Word SOFT = SimCard.no("insufficient_funds");
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** By the look plan: 15 s, 1 min, 5 min, 30 min, 2 h, then every 6 h, and the first call. */
  private static final int CALLS_MAX = 11;

  static Stream<Arguments> moments() {
    return Stream.of(
        Arguments.of("before the confirm", 1_100, List.of(APPROVES)),
        Arguments.of("just before a retry is due", DAY - 60_000, List.of(SOFT, APPROVES)),
        Arguments.of("before a later retry", 4 * DAY - 3_600_000, List.of(SOFT, SOFT, APPROVES)),
        Arguments.of(
            "while it waits for the customer",
            60_000,
            List.of(new SimCard.Word.WantsCustomer(true))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moments")
  void costsADozenCallsAndNothingIsLost(String when, long start, List<SimCard.Word> bank) {
    for (long seed = 1; seed <= 50; seed++) {
      Simulation sim =
          Simulation.play(
              seed,
              Plan.calm(2).until(Duration.ofDays(20)),
              world -> {
                Scenes.alice(world, bank.toArray(SimCard.Word[]::new));
                Scenes.ask(world, 1_000, "one", Scenes.request(world, 1_000));
                world.timeline().in(start, () -> world.faults().stripeGoesAway(OUTAGE));
              });

      assertThat(sim.outcome().violation()).as("%s, seed %d", when, seed).isEmpty();
      assertThat(sim.checks().pace().intoOutages())
          .as("calls into the outage %s, seed %d", when, seed)
          .isBetween(1, CALLS_MAX);
      assertThat(Scenes.charge(sim).stateName())
          .as("%s, seed %d", when, seed)
          .isIn(StateName.SUCCEEDED, StateName.EXPIRED);
    }
  }
}
