package dev.offsession.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryProfileTest {
  @Test
  void fastTriesThreeTimesMore() {
    assertThat(RetryProfile.FAST.delays())
        .isEqualTo(List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15)));
  }

  @Test
  void liveDoublesUntilThreeDaysAreFull() {
    List<Duration> delays = RetryProfile.LIVE.delays();

    Duration total = delays.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(delays.getFirst()).isEqualTo(Duration.ofMinutes(5));
    assertThat(total).isLessThanOrEqualTo(Duration.ofDays(3)).isGreaterThan(Duration.ofHours(36));
  }
}
