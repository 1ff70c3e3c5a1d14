package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aDevice;
import static dev.offsession.notifier.prompting.domain.Examples.bankWantsCustomer;
import static dev.offsession.notifier.prompting.domain.Examples.canceled;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.withDevices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The process dies once, before or after each single call that leaves it, in a week with all its
 * reminders: nothing is lost, and one message at most goes out twice, in the one window that cannot
 * be closed.
 */
class SuddenDeathTest {
  private static final Duration A_WEEK = Duration.ofDays(7);

  @Test
  void byMail() {
    dieEverywhere(
        _ -> {},
        List.of("ord_17#2:0:email", "ord_17#2:1:email", "ord_17#2:2:email", "ord_17#2:3:email"));
  }

  @Test
  void byPush() {
    dieEverywhere(
        world -> world.contact = withDevices(world.contact, aDevice()),
        List.of("ord_17#2:0:push", "ord_17#2:1:push", "ord_17#2:2:push", "ord_17#2:3:push"));
  }

  @Test
  void byMailWhenPushFails() {
    dieEverywhere(
        world -> {
          world.contact = withDevices(world.contact, aDevice());
          world.answers.put(
              Channel.PUSH,
              prompt ->
                  prompt.id().step() == 1
                      ? new DeliveryResult.Refused("push_gone")
                      : World.ACCEPTED);
        },
        List.of(
            "ord_17#2:0:push",
            "ord_17#2:1:push",
            "ord_17#2:1:email",
            "ord_17#2:2:push",
            "ord_17#2:3:push"));
  }

  @Test
  void withAFreshLinkAskedFor() {
    dieEverywhere(
        world ->
            world.at(
                world.now.plus(Duration.ofHours(30)),
                () -> {
                  try {
                    world.freshLinks.ask(ORDER);
                  } catch (Mortal.Death _) {
                    // the page says "try again in a moment", and the customer does
                    world.freshLinks.ask(ORDER);
                  }
                }),
        List.of(
            "ord_17#2:0:email",
            "ord_17#2:1:email",
            "ord_17#2.1:0:email",
            "ord_17#2:2:email",
            "ord_17#2:3:email"));
  }

  /** Whatever was interrupted: once the charge is over, nothing follows. */
  @Test
  void andNothingFollowsTheEnd() {
    var calls = calls(_ -> {});
    for (var call = 0; call < calls; call++) {
      var world = world(_ -> {});
      world.mortal.dieAt(call, true);
      world.hear(bankWantsCustomer(2));
      world.runFor(Duration.ofHours(30));
      world.hear(canceled(3));
      var soFar = world.delivered.size();

      world.runFor(A_WEEK);

      assertThat(world.delivered).as("died at call %d", call).hasSize(soFar);
      assertThat(world.prompts.nothingIsDueEver()).isTrue();
    }
  }

  private static void dieEverywhere(Consumer<World> circumstances, List<String> expected) {
    var calls = calls(circumstances);
    assertThat(calls).as("calls in a week without a death").isGreaterThan(30);
    for (var call = 0; call < calls; call++) {
      for (var after : List.of(false, true)) {
        var world = played(circumstances, call, after);

        var as = "died %s call %d of %d".formatted(after ? "after" : "before", call, calls);
        assertThat(new HashSet<>(world.deliveredIds()))
            .as(as)
            .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(world.delivered.size()).as(as).isBetween(expected.size(), expected.size() + 1);
        assertThat(new HashSet<>(world.published)).as(as).hasSize(expected.size());
        assertThat(world.prompts.nothingIsDueEver()).as(as).isTrue();
      }
    }
  }

  private static int calls(Consumer<World> circumstances) {
    return played(circumstances, -1, false).mortal.calls();
  }

  private static World played(Consumer<World> circumstances, int call, boolean after) {
    var world = world(circumstances);
    world.mortal.dieAt(call, after);
    world.hear(bankWantsCustomer(2));
    world.runFor(A_WEEK);
    return world;
  }

  private static World world(Consumer<World> circumstances) {
    var world = new World();
    world.contact = contact("a@example.com", null, Locale.US, "UTC");
    circumstances.accept(world);
    return world;
  }
}
