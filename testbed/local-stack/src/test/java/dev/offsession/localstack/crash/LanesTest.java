package dev.offsession.localstack.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void workBesideEachOtherAndKeepTheirOrder() {
    CyclicBarrier all = new CyclicBarrier(3);

    assertThat(
            Lanes.all(
                IntStream.rangeClosed(1, 3),
                lane -> {
                  meet(all);
                  return "lane " + lane;
                }))
        .containsExactly("lane 1", "lane 2", "lane 3");
  }

  @Test
  void endAllBeforeAFailureIsTold() {
    Set<Integer> ended = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(() ->
            Lanes.all(
                IntStream.rangeClosed(1, 3),
                lane -> {
                  if (lane == 1) {
                    throw new IllegalStateException("lane 1 is broken");
                  }
                  Pause.of(Duration.ofMillis(50));
                  return ended.add(lane);
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("lane 1 is broken");
    assertThat(ended).containsExactlyInAnyOrder(2, 3);
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("one lane waited for another", e);
    }
  }
}
