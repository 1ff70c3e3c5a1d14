package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.StateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process dies at its first call to the world outside, at its second, at every later one, just
 * before the call and just after; another takes over. Whatever the moment: the same end, at most
 * one payment, every event told.
 */
class CrashAnywhereTest {

  record Case(String name, Consumer<World> bank, StateName end, int payments, List<String> news) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Arguments> cases() {
    List<Case> cases =
        List.of(
            new Case(
                "paid at once",
                _ -> {},
                StateName.SUCCEEDED,
                1,
                List.of("1 Accepted", "2 Succeeded")),
            new Case(
                "paid at the second try",
                world -> world.stripe.refuseNext("insufficient_funds"),
                StateName.SUCCEEDED,
                1,
                List.of("1 Accepted", "2 RetryScheduled", "3 Succeeded")),
            new Case(
                "given up",
                world -> world.stripe.refuseNext("stop_payment_order"),
                StateName.FAILED,
                0,
                List.of("1 Accepted", "2 Failed")),
            new Case(
                "expired while the customer was wanted",
                world -> world.stripe.refuseNext("authentication_required"),
                StateName.EXPIRED,
                0,
                List.of("1 Accepted", "2 AuthenticationRequired", "3 Expired")));
    List<Arguments> all = new ArrayList<>();
    for (Case one : cases) {
      all.add(Arguments.of(one, false));
      all.add(Arguments.of(one, true));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}, dies after the call: {1}")
  @MethodSource("cases")
  void endsTheSame(Case one, boolean afterTheEffect) {
    int call = 0;
    boolean died;
    do {
      died = dies(one, ++call, afterTheEffect);
    } while (died);
    assertThat(call).as("calls of a whole life").isGreaterThan(8);
  }

  private static boolean dies(Case one, int atCall, boolean afterTheEffect) {
    World world = new World();
    world.aliceHas("pm_visa");
    one.bank().accept(world);
    Crashes crashes = new Crashes(atCall, afterTheEffect);
    live(world, world.process(crashes));
    // The batch was not committed, or it was: delivered again either way.
    live(world, world.process());

    assertThat(world.charge().stateName()).as("call %d", atCall).isEqualTo(one.end());
    assertThat(world.stripe.charged()).as("call %d", atCall).hasSize(one.payments());
    assertThat(world.news()).as("call %d", atCall).isEqualTo(one.news());
    assertThat(world.store.dueAt(world.charge().id())).as("call %d", atCall).isEmpty();
    return !crashes.neverCame();
  }

  private static void live(World world, World.Instance process) {
    try {
      process.intake.accept(List.of(world.request(1200)));
      for (int day = 0; day < 70; day++) {
        process.run();
        world.later(Duration.ofHours(12));
      }
    } catch (Crashes.ProcessDied _) {
      world.later(World.LEASE);
    }
  }
}
