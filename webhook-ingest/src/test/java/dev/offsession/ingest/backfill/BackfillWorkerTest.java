package dev.offsession.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.BackfillPass;
import dev.offsession.ingest.backfill.domain.BackfillRegister;
import dev.offsession.ingest.backfill.domain.BackfillState;
import dev.offsession.ingest.backfill.domain.EventPage;
import dev.offsession.ingest.backfill.domain.EventQuery;
import dev.offsession.ingest.backfill.domain.FakeTopic;
import dev.offsession.ingest.backfill.domain.Trigger;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackfillWorkerTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final FakeRegister register = new FakeRegister();
  private final FakeTopic topic = new FakeTopic();
  private final List<EventQuery> asked = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private boolean leads = true;
  private boolean stripeAway;
  private final BackfillWorker worker = worker();

  @Test
  void makesAPassAtTheStartAndThenOneEachInterval() {
    worker.tick();
    assertThat(lastPass()).isEqualTo(Trigger.START);

    worker.tick(); // The sweep.
    worker.tick();
    assertThat(asked).hasSize(2);

    clock.now = clock.now.plus(INTERVAL);
    worker.tick();
    assertThat(lastPass()).isEqualTo(Trigger.INTERVAL);
    assertThat(asked).hasSize(3);
  }

  @Test
  void doesNothingWhileAnotherInstanceLeads() {
    leads = false;

    worker.tick();

    assertThat(asked).isEmpty();
  }

  @Test
  void beginsWhereTheInstanceBeforeEnded() {
    topic.holds("evt_new", START);
    register.store(BackfillState.NOTHING_YET.checked(START.minus(Duration.ofDays(1))));

    worker.tick();

    assertThat(asked.getFirst().slice().from())
        .isEqualTo(START.minus(Duration.ofDays(1)).minus(Duration.ofMinutes(10)));
    assertThat(register.state().orElseThrow().checkedUntil()).isEqualTo(START);
  }

  @Test
  void doesNotMoveOnAfterAPassThatFailed() {
    stripeAway = true;

    worker.tick();

    assertThat(register.state().orElseThrow().checkedUntil()).isNull();
    assertThat(
            meters
                .counter("offsession.backfill.passes", "trigger", "START", "outcome", "FAILED")
                .count())
        .isEqualTo(1);
  }

  @Test
  void sweepsWhatStripeKnowsAsUndelivered() {
    worker.tick();
    worker.tick();

    assertThat(asked.getLast().undeliveredOnly()).isTrue();
    assertThat(asked.getLast().slice().from()).isEqualTo(START.minus(Duration.ofDays(3)));
  }

  @Test
  void doesOnceWhatAnOperatorAsksFor() {
    Instant wanted = START.minus(Duration.ofDays(7));
    register.ask(new BackfillRegister.BackfillRequest(wanted, START));

    worker.tick();
    worker.tick();
    worker.tick();

    assertThat(asked.getFirst().slice().from()).isEqualTo(wanted);
    assertThat(asked.stream().filter(q -> q.slice().from().equals(wanted))).hasSize(1);
    assertThat(register.state().orElseThrow().requestDone()).isEqualTo(START);
  }

  @Test
  void reportsThatStripeNoLongerListsAllThatMayBeMissing() {
    topic.holds("evt_old", START.minus(Duration.ofDays(40)));

    worker.tick();

    assertThat(meters.counter("offsession.backfill.edge.reached").count()).isEqualTo(1);
    assertThat(register.state().orElseThrow().pass()).matches(pass -> pass.edgeReached());
  }

  private @Nullable Trigger lastPass() {
    return register.state().map(BackfillState::pass).map(pass -> pass.trigger()).orElse(null);
  }

  private EventPage page(EventQuery query) {
    if (stripeAway) {
      throw new BackfillException("Stripe is away");
    }
    asked.add(query);
    return new EventPage(List.of(), false);
  }

  private BackfillWorker worker() {
    var properties =
        new BackfillProperties(
            INTERVAL,
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofDays(3),
            5,
            1,
            100,
            100);
    return new BackfillWorker(
        () -> leads,
        register,
        () -> topic,
        (events, report) ->
            new BackfillPass(
                this::page,
                events,
                topic,
                List.of(Optional.empty()),
                100,
                10,
                () -> leads,
                report,
                clock),
        properties,
        new BackfillMeters(meters),
        clock);
  }

  private static final class FakeRegister implements BackfillRegister {
    private @Nullable BackfillState state;
    private @Nullable BackfillRequest request;

    @Override
    public Optional<BackfillState> state() {
      return Optional.ofNullable(state);
    }

    @Override
    public void store(BackfillState next) {
      state = next;
    }

    @Override
    public Optional<BackfillRequest> request() {
      return Optional.ofNullable(request);
    }

    @Override
    public void ask(BackfillRequest next) {
      request = next;
    }
  }

  /** Stands still until a test moves it. */
  private static final class HandClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
