package dev.offsession.charging.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedPaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BEAT = Duration.ofSeconds(2);

  private long now;
  private final Board board = new Board(() -> now + seconds(3_600));
  private final SharedPace first = instance("first");
  private final SharedPace second = instance("second");

  @Nested
  class Alone {
    @Test
    void sendsAsManyAsOneEndpointAllows() {
      assertThat(sentIn(Duration.ofSeconds(10), Lane.CONFIRM)).isBetween(200, 203);
    }

    @Test
    void sendsAsManyAsTheAccountAllowsOverAllEndpoints() {
      int sent = 0;
      for (long end = now + seconds(10); now < end; now += Duration.ofMillis(2).toNanos()) {
        for (Lane lane :
            new Lane[] {Lane.CREATE, Lane.CONFIRM, Lane.READ, Lane.LIST, Lane.CANCEL}) {
          sent += enterIfFree(lane);
        }
      }

      assertThat(sent).isBetween(800, 810);
    }

    @Test
    void neverSendsAWholeSecondAtOnce() {
      assertThat(first.enter(Lane.READ, PATIENCE)).contains(Duration.ZERO);
      assertThat(first.enter(Lane.READ, PATIENCE)).contains(Duration.ZERO);
      assertThat(first.enter(Lane.READ, PATIENCE)).contains(Duration.ZERO);
      assertThat(first.enter(Lane.READ, PATIENCE).orElseThrow()).isEqualTo(Duration.ofMillis(50));
      assertThat(first.enter(Lane.READ, PATIENCE).orElseThrow()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void sendsNothingThatWouldWaitTooLong() {
      Optional<Duration> turn = first.enter(Lane.READ, PATIENCE);
      int queued = 0;
      while (turn.isPresent()) {
        assertThat(turn.get()).isLessThanOrEqualTo(PATIENCE);
        turn = first.enter(Lane.READ, PATIENCE);
        queued++;
      }

      assertThat(queued).isBetween(400, 405);
      assertThat(first.enter(Lane.CREATE, PATIENCE)).isPresent();
    }

    /** A burst of new charges is not to keep those from their confirm that are created. */
    @Test
    void aQueueInOneLaneDoesNotHoldUpAnother() {
      for (int i = 0; i < 200; i++) {
        first.enter(Lane.CREATE, PATIENCE);
      }
      long before = now;

      assertThat(new Turns(first, SharedPaceTest.this::later).await(Lane.CONFIRM)).isTrue();

      assertThat(now).isEqualTo(before);
    }

    /** Each lane has a queue of ten seconds; the account has room for both. */
    @Test
    void twoQueuesTogetherSendWhatEachMay() {
      List<Long> turns = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        for (Lane lane : List.of(Lane.CREATE, Lane.CONFIRM)) {
          turns.add(now + first.enter(lane, PATIENCE).orElseThrow().toNanos());
        }
      }
      Collections.sort(turns);

      for (long turn : turns) {
        now = turn;
        assertThat(first.enter(Lane.ACCOUNT, PATIENCE).orElseThrow())
            .isLessThanOrEqualTo(Duration.ofMillis(25));
      }

      assertThat(Duration.ofNanos(now)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void saysHowManyChargesFit() {
      assertThat(first.fitting()).isEqualTo(200);
    }
  }

  @Nested
  class Together {
    @Test
    void shareEveryBudgetEqually() {
      beatBoth();

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(10);
      assertThat(second.perSecond(Lane.CONFIRM)).isEqualTo(10);
      assertThat(first.perSecond(Lane.ACCOUNT)).isEqualTo(40);
      assertThat(first.fitting()).isEqualTo(100);
    }

    @Test
    void takeOverTheShareOfOneWhoLeaves() {
      beatBoth();

      second.leave();
      first.beat();

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(20);
    }

    @Test
    void takeOverTheShareOfOneWhoDied() {
      beatBoth();

      for (int i = 0; i < 4; i++) {
        later(BEAT);
        first.beat();
      }

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(20);
      assertThat(board.beats).containsKey("second");
    }

    @Test
    void doNotCountThoseWhoDiedBeforeTheyStarted() {
      for (int i = 0; i < 5; i++) {
        instance("died-" + i).beat();
      }
      later(Duration.ofSeconds(7));

      first.beat();

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(20);
    }

    @Test
    void forgetOneWhoIsGoneForAMinuteAndKnowThemWhenTheyComeBack() {
      beatBoth();
      for (int i = 0; i < 32; i++) {
        later(BEAT);
        first.beat();
      }
      assertThat(board.beats).doesNotContainKey("second");

      second.beat();
      first.beat();

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(10);
    }

    @Test
    void needFarFewerStoreOperationsThanCalls() {
      int calls = 0;
      for (long end = now + seconds(60); now < end; later(BEAT)) {
        first.beat();
        calls += sentIn(BEAT, Lane.CONFIRM);
        now -= BEAT.toNanos();
      }

      assertThat(calls).isGreaterThan(1000);
      assertThat(board.operations).isLessThanOrEqualTo(30);
    }
  }

  @Nested
  class WhenStripeSaysTooFast {
    @Test
    void everyInstanceIsSlowerInThatLane() {
      beatBoth();

      first.limited(Set.of(Lane.CONFIRM));
      second.beat();

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(5);
      assertThat(second.perSecond(Lane.CONFIRM)).isEqualTo(5);
      assertThat(second.perSecond(Lane.CREATE)).isEqualTo(10);
    }

    @Test
    void oneBurstIsCutOnce() {
      first.limited(Set.of(Lane.CONFIRM));
      first.limited(Set.of(Lane.CONFIRM));

      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(10);
      later(Duration.ofSeconds(1));
      first.limited(Set.of(Lane.CONFIRM));
      assertThat(first.perSecond(Lane.CONFIRM)).isCloseTo(5, within(0.2));
    }

    @Test
    void theRateGrowsBackWithinAMinute() {
      first.limited(Set.of(Lane.CONFIRM));

      later(Duration.ofSeconds(15));
      assertThat(first.perSecond(Lane.CONFIRM)).isCloseTo(15, within(0.1));
      later(Duration.ofSeconds(15));
      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(20);
      later(Duration.ofHours(1));
      assertThat(first.perSecond(Lane.CONFIRM)).isEqualTo(20);
    }

    @Test
    void theRateNeverFallsBelowOneACallEachSecond() {
      for (int i = 0; i < 20; i++) {
        later(Duration.ofSeconds(1));
        first.limited(Set.of(Lane.CONFIRM));
      }

      assertThat(first.perSecond(Lane.CONFIRM)).isBetween(1.0, 1.5);
    }

    /** Else every start would be slow for a minute, for months after a single refusal. */
    @Test
    void anInstanceThatBeginsLaterIsOnlyAsSlowAsTheOthersAreByThen() {
      first.limited(Set.of(Lane.CONFIRM));
      later(Duration.ofSeconds(15));
      first.beat();
      first.leave();

      second.beat();

      assertThat(second.perSecond(Lane.CONFIRM)).isCloseTo(15, within(0.1));
      later(Duration.ofHours(1));
      SharedPace third = instance("third");
      second.leave();
      third.beat();
      assertThat(third.perSecond(Lane.CONFIRM)).isEqualTo(20);
    }

    @Test
    void aCutOfAnotherInstanceIsNotUndoneByAnOlderOne() {
      first.limited(Set.of(Lane.READ));
      later(Duration.ofSeconds(2));
      first.limited(Set.of(Lane.READ));

      second.limited(Set.of(Lane.READ));

      assertThat(board.cuts.get(Lane.READ)).extracting(RateCut::number).isEqualTo(2L);
    }

    @Test
    void nothingIsWrittenForNoLane() {
      first.limited(Set.of());

      assertThat(board.operations).isZero();
    }
  }

  private void beatBoth() {
    first.beat();
    second.beat();
    first.beat();
  }

  private int sentIn(Duration time, Lane lane) {
    int sent = 0;
    for (long end = now + time.toNanos(); now < end; now += Duration.ofMillis(5).toNanos()) {
      sent += enterIfFree(lane);
    }
    return sent;
  }

  private int enterIfFree(Lane lane) {
    assertThat(new Turns(first, this::later).await(lane)).isTrue();
    return 1;
  }

  private SharedPace instance(String name) {
    return new SharedPace(name, board, new SharedPace.Limits(80, 20, PATIENCE), () -> now);
  }

  private void later(Duration time) {
    now += time.toNanos();
  }

  private static long seconds(int count) {
    return Duration.ofSeconds(count).toNanos();
  }
}
