package dev.offsession.ingest.backfill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.5Z");
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  @Test
  void beginsAtTheNewestEventOnTheTopicLessTheOverlap() {
    PassPlan plan = closing(Optional.empty(), Optional.of(NOW.minusSeconds(3600)));

    assertThat(plan.window().from()).isEqualTo("2026-11-24T10:50:00Z");
    assertThat(plan.window().to()).as("Stripe's clock may be ahead of ours").isNull();
    assertThat(plan.edgeReached()).isFalse();
  }

  @Test
  void beginsAtTheLastCompletePassWhenWebhooksCameFirstAfterAnOutage() {
    Optional<Instant> checked = Optional.of(NOW.minus(Duration.ofHours(5)));

    PassPlan plan = closing(checked, Optional.of(NOW));

    assertThat(plan.window().from()).isEqualTo("2026-11-24T06:50:00Z");
  }

  @Test
  void trustsTheTopicWhereItIsOlderThanTheLastPass() {
    PassPlan plan = closing(Optional.of(NOW), Optional.of(NOW.minus(Duration.ofDays(2))));

    assertThat(plan.window().from()).isEqualTo("2026-11-22T11:50:00Z");
  }

  @Test
  void fillsAnEmptyTopicWithAllThatStripeLists() {
    PassPlan plan = closing(Optional.of(NOW), Optional.empty());

    assertThat(plan.window().from()).isEqualTo("2026-10-25T13:00:00Z");
    assertThat(plan.edgeReached()).as("nothing says that there was more").isFalse();
  }

  @Test
  void reportsAGapThatIsOlderThanStripesList() {
    PassPlan plan = closing(Optional.empty(), Optional.of(NOW.minus(Duration.ofDays(31))));

    assertThat(plan.window().from()).isEqualTo("2026-10-25T13:00:00Z");
    assertThat(plan.edgeReached()).isTrue();
  }

  @Test
  void sweepsOnlyWhatWasNotDelivered() {
    PassPlan plan = PassPlan.sweep(Duration.ofDays(3), NOW);

    assertThat(plan.undeliveredOnly()).isTrue();
    assertThat(plan.window().from()).isEqualTo("2026-11-21T12:00:00Z");
  }

  private static PassPlan closing(Optional<Instant> checkedUntil, Optional<Instant> newest) {
    return PassPlan.closingGaps(Trigger.INTERVAL, checkedUntil, newest, OVERLAP, NOW);
  }
}
