package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.bankWantsCustomer;
import static dev.offsession.notifier.prompting.domain.Examples.canceled;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FreshLinkServiceTest {
  private static final Duration MOMENTS = Duration.ofSeconds(5);

  private final World world = new World();

  @Test
  void sendsNothingAboutAChargeNobodyHasHeardOf() {
    world.freshLinks.ask(new RequestId("ord_99"));

    assertThat(world.prompts.all()).isEmpty();
  }

  @Nested
  class WhileTheChargeNeedsItsCustomer {
    @BeforeEach
    void theCustomerWasAsked() {
      world.contact = contact("a@example.com", null, Locale.US, "UTC");
      world.hear(bankWantsCustomer(2));
      world.runFor(Duration.ofHours(1));
      world.delivered.clear();
      world.published.clear();
    }

    @Test
    void sendsOneMailAndSaysSoOnTheTimeline() {
      world.freshLinks.ask(ORDER);
      world.runFor(MOMENTS);

      assertThat(world.deliveredIds()).containsExactly("ord_17#2.1:0:email");
      assertThat(world.published).containsExactly("ord_17#2.1:0:email Sent[]");
    }

    @Test
    void sendsNoSecondWithinTenMinutes() {
      world.freshLinks.ask(ORDER);
      world.runFor(Duration.ofMinutes(10).minusSeconds(1));
      world.freshLinks.ask(ORDER);
      world.runFor(MOMENTS);

      assertThat(world.delivered).hasSize(1);
    }

    @Test
    void sendsAnotherAfterTenMinutes() {
      world.freshLinks.ask(ORDER);
      world.runFor(Duration.ofMinutes(10));
      world.freshLinks.ask(ORDER);
      world.runFor(MOMENTS);

      assertThat(world.deliveredIds()).containsExactly("ord_17#2.1:0:email", "ord_17#2.2:0:email");
    }

    @Test
    void sendsOneThoughItIsAskedForManyTimesAtOnce() {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          threads.execute(() -> world.freshLinks.ask(ORDER));
        }
      }
      world.runFor(MOMENTS);

      assertThat(world.deliveredIds()).containsExactly("ord_17#2.1:0:email");
    }

    @Test
    void leavesTheRemindersAsTheyWere() {
      world.freshLinks.ask(ORDER);
      world.runFor(Duration.ofHours(24));

      assertThat(world.deliveredIds()).containsExactly("ord_17#2.1:0:email", "ord_17#2:1:email");
    }

    @Test
    void sendsNothingOnceItIsOver() {
      world.hear(canceled(3));
      world.freshLinks.ask(ORDER);
      world.runFor(MOMENTS);

      assertThat(world.delivered).isEmpty();
    }

    @Test
    void sendsNothingWhenTheChargeTurnsOutToBePaid() {
      world.charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");
      world.freshLinks.ask(ORDER);
      world.runFor(MOMENTS);

      assertThat(world.delivered).isEmpty();
      assertThat(world.published.getLast()).contains("charge_succeeded");
    }

    @Test
    void reportsRacesThatNeverEndSoThatThePageSaysTryAgain() {
      world.conversations.loseNextRaces(1000);

      assertThatIllegalStateException().isThrownBy(() -> world.freshLinks.ask(ORDER));
    }
  }
}
