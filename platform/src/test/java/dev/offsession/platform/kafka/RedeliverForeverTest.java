package dev.offsession.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliverForeverTest {

  private final RedeliverForever redelivery =
      new RedeliverForever(Duration.ofMillis(200), Duration.ofSeconds(30));

  @ParameterizedTest
  @CsvSource({
    "1, 200",
    "2, 400",
    "3, 800",
    "8, 25600",
    "9, 30000",
    "10, 30000",
    "2147483647, 30000"
  })
  void doublesThePauseUpToALimitWithoutEnd(int times, long millis) {
    assertThat(redelivery.pauseAfter(times)).isEqualTo(Duration.ofMillis(millis));
  }
}
