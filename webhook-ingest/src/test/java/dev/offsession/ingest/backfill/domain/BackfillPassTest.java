package dev.offsession.ingest.backfill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackfillPassTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant HOUR_AGO = NOW.minusSeconds(3600);

  private final FakeStripe stripe = new FakeStripe();
  private final FakeTopic topic = new FakeTopic();
  private final List<Progress> reports = new ArrayList<>();
  private boolean leads = true;

  @Test
  void publishesWhatIsMissingOldestFirst() {
    happened(7);
    topic.holds("evt_2", HOUR_AGO.plusSeconds(2));
    topic.holds("evt_5", HOUR_AGO.plusSeconds(5));

    Progress pass = run(100);

    assertThat(topic.ids)
        .containsExactly("evt_2", "evt_5", "evt_0", "evt_1", "evt_3", "evt_4", "evt_6");
    assertThat(pass.listed()).isEqualTo(7);
    assertThat(pass.published()).isEqualTo(5);
    assertThat(pass.failure()).isNull();
    assertThat(pass.endedAt()).isEqualTo(NOW);
  }

  @Test
  void publishesNothingTheSecondTime() {
    happened(10);
    run(100);

    assertThat(run(100).published()).isZero();
    assertThat(topic.ids).hasSize(10);
  }

  @Test
  void leavesOutWhatIsOlderThanTheWindow() {
    stripe.happens("evt_old", HOUR_AGO.minusSeconds(1));
    happened(1);

    run(100);

    assertThat(topic.ids).containsExactly("evt_0");
  }

  @Test
  void fetchesAnEventThatStripeMadeAheadOfOurClock() {
    stripe.happens("evt_ahead", NOW.plusSeconds(90));

    run(100);

    assertThat(topic.ids).containsExactly("evt_ahead");
  }

  @Nested
  class WithMoreEventsThanFit {

    @Test
    void walksTheWindowInSmallerSlicesAndMissesNone() {
      happened(500);

      Progress pass = run(6);

      assertThat(topic.ids)
          .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "evt_" + i).toList());
      assertThat(pass.published()).isEqualTo(500);
      assertThat(topic.largestBatch).isLessThanOrEqualTo(10);
    }

    @Test
    void readsASecondWholeHoweverDense() {
      IntStream.range(0, 50).forEach(i -> stripe.happens("evt_" + i, HOUR_AGO));

      run(6);

      assertThat(topic.ids).hasSize(50).startsWith("evt_0", "evt_1");
    }

    @Test
    void walksInSmallerSlicesWhenTheTopicHoldsTooMany() {
      happened(40);
      IntStream.range(0, 40).forEach(i -> topic.holds("evt_" + i, HOUR_AGO.plusSeconds(i)));
      topic.mostInASlice = 3;

      assertThat(run(1000).published()).isZero();
      assertThat(topic.ids).hasSize(40);
    }

    @Test
    void endsAlsoWhenManyEventsAreAheadOfOurClock() {
      IntStream.range(0, 50).forEach(i -> stripe.happens("evt_" + i, NOW.plusSeconds(i)));

      assertThat(run(6).published()).isEqualTo(50);
    }
  }

  @Test
  void keepsWhatIsDoneWhenStripeGoesAway() {
    happened(100);
    stripe.failAfterCalls = 30;

    Progress pass = run(6);

    assertThat(pass.failure()).isEqualTo("Stripe is away");
    assertThat(pass.published()).isPositive().isEqualTo(topic.ids.size());

    stripe.failAfterCalls = Integer.MAX_VALUE;
    run(6);

    assertThat(topic.ids).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void stopsWhenAnotherInstanceTakesOver() {
    happened(10);
    leads = false;

    Progress pass = run(100);

    assertThat(pass.failure()).isEqualTo("this instance no longer does the backfill");
    assertThat(topic.ids).isEmpty();
  }

  @Test
  void asksEachAccountForItsOwnEvents() {
    var pass =
        new BackfillPass(
            stripe,
            topic,
            topic,
            List.of(Optional.empty(), Optional.of("acct_2")),
            100,
            10,
            () -> leads,
            reports::add,
            Clock.fixed(NOW, ZoneOffset.UTC));

    pass.run(PassPlan.asked(HOUR_AGO, NOW));

    assertThat(stripe.asked).extracting(EventQuery::account).containsExactly(null, "acct_2");
  }

  private void happened(int events) {
    IntStream.range(0, events).forEach(i -> stripe.happens("evt_" + i, HOUR_AGO.plusSeconds(i)));
  }

  private Progress run(int listedMax) {
    return new BackfillPass(
            stripe,
            topic,
            topic,
            List.of(Optional.empty()),
            listedMax,
            10,
            () -> leads,
            reports::add,
            Clock.fixed(NOW, ZoneOffset.UTC))
        .run(
            PassPlan.closingGaps(
                Trigger.INTERVAL, Optional.of(HOUR_AGO), Optional.of(NOW), Duration.ZERO, NOW));
  }
}
