package dev.offsession.collector.brake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrakeTest {
  private static final int REMEMBERED = 1000;

  private final TestTime time = new TestTime();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Brake brake =
      new Brake(
          new BrakeSettings(
              3,
              Duration.ofHours(1),
              5,
              Duration.ofMinutes(10),
              4,
              Duration.ofMinutes(1),
              REMEMBERED),
          meters,
          time);

  @Test
  void aLinkHasItsTriesWhereverTheyComeFrom() {
    for (int i = 0; i < 3; i++) {
      assertThat(brake.tryCard("address " + i, "link")).isZero();
    }

    assertThat(brake.tryCard("address 4", "link")).isBetween(Duration.ofMinutes(19), minutes(20));
    assertThat(brake.waitOfLink("link")).isPositive();
    assertThat(brake.waitOfLink("another link")).isZero();
    assertThat(meters.counter("offsession.pages.refused", "reason", "card_tries").count()).isOne();
  }

  @Test
  void anAddressHasItsTriesOverAllLinks() {
    for (int i = 0; i < 5; i++) {
      assertThat(brake.tryCard("address", "link " + i)).isZero();
    }

    assertThat(brake.tryCard("address", "link 6")).isPositive();
    assertThat(brake.tryCard("another address", "link 6")).isZero();
  }

  @Test
  void triesComeBackEvenly() {
    for (int i = 0; i < 3; i++) {
      brake.tryCard("address", "link");
    }

    time.pass(minutes(21));

    assertThat(brake.tryCard("address", "link")).isZero();
    assertThat(brake.tryCard("address", "link")).isPositive();
  }

  @Test
  void lookingTakesNoTry() {
    for (int i = 0; i < 100; i++) {
      assertThat(brake.waitOfLink("link")).isZero();
      assertThat(brake.waitOfGuesser("address")).isZero();
    }
  }

  @Test
  void whoTriesManyWrongLinksWaits() {
    for (int i = 0; i < 4; i++) {
      assertThat(brake.waitOfGuesser("address")).isZero();
      brake.countGuess("address");
    }

    assertThat(brake.waitOfGuesser("address")).isPositive();
    assertThat(brake.waitOfGuesser("another address")).isZero();
  }

  @Test
  void tenThousandAddressesStayWithinTheMemoryForAThousand() {
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(i -> {
          brake.tryCard("address " + i, "link " + i);
          brake.countGuess("address " + i);
        });

    assertThat(brake.remembered()).isLessThanOrEqualTo(3L * REMEMBERED);
  }

  @Test
  void whoHasNotBeenSeenForAWindowIsForgotten() {
    brake.tryCard("address", "link");

    time.pass(Duration.ofHours(2));

    assertThat(brake.remembered()).isZero();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** Stands still until told. */
  private static final class TestTime implements TimeMeter {
    private long nanos = 1;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
