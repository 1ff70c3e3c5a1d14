package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.PaceBoard.NotedCut;
import dev.offsession.charging.pace.RateCut;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MongoPaceBoardIT {
  private final MongoPaceBoard board =
      new MongoPaceBoard(
          MongoClients.create(SharedParts.mongo().uri())
              .getDatabase("pace_" + UUID.randomUUID().toString().replace("-", "")),
          Duration.ofSeconds(10));

  @Test
  void saysHowLongAgoEachInstanceAnnouncedItself() throws InterruptedException {
    board.beat("one", Set.of());
    Thread.sleep(50);
    board.beat("two", Set.of());

    Map<String, Duration> ages = board.beat("two", Set.of()).ages();

    assertThat(ages).containsOnlyKeys("one", "two").containsEntry("two", Duration.ZERO);
    assertThat(ages.get("one")).isBetween(Duration.ofMillis(50), Duration.ofSeconds(30));
  }

  @Test
  void takesOffWhoIsGoneAndWhoLeaves() {
    board.beat("one", Set.of());
    board.beat("two", Set.of());
    board.beat("three", Set.of("one"));

    board.leave("two");

    assertThat(board.beat("three", Set.of()).ages()).containsOnlyKeys("three");
  }

  @Test
  void neverTakesOffTheOneWhoBeats() {
    board.beat("one", Set.of());

    assertThat(board.beat("one", Set.of("one")).ages()).containsOnlyKeys("one");
  }

  @Test
  void keepsTheNewestCutOfEachLane() {
    board.beat("one", Set.of());
    board.cut(Lane.CONFIRM, new RateCut(1, 10));
    board.cut(Lane.CONFIRM, new RateCut(1, 7));
    board.cut(Lane.CONFIRM, new RateCut(2, 5));
    board.cut(Lane.ACCOUNT, new RateCut(1, 40));

    Map<Lane, NotedCut> cuts = board.beat("one", Set.of()).cuts();

    assertThat(cuts).containsOnlyKeys(Lane.CONFIRM, Lane.ACCOUNT);
    assertThat(cuts.values())
        .extracting(NotedCut::cut)
        .containsExactlyInAnyOrder(new RateCut(2, 5), new RateCut(1, 40));
  }

  @Test
  void saysHowLongAgoACutWasNoted() throws InterruptedException {
    board.cut(Lane.READ, new RateCut(1, 10));
    board.beat("one", Set.of());
    board.cut(Lane.READ, new RateCut(2, 5));
    Thread.sleep(50);

    assertThat(board.beat("one", Set.of()).cuts())
        .extractingByKey(Lane.READ)
        .extracting(NotedCut::age, InstanceOfAssertFactories.DURATION)
        .isBetween(Duration.ofMillis(50), Duration.ofSeconds(30));
  }
}
