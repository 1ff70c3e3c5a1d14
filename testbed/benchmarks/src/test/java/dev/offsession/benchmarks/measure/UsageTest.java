package dev.offsession.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.benchmarks.measure.Usage.Reading;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {
  private final Reading before =
      new Reading(Map.of("a", Duration.ofMillis(500), "b", Duration.ofMillis(100)), 0);
  private final Reading after =
      new Reading(
          Map.of("a", Duration.ofMillis(1_500), "b", Duration.ofMillis(600)), 2_000_000_000L);

  @Test
  void coresAreProcessorTimeByWallTime() {
    Usage usage = after.since(before);

    assertThat(usage.cores("a"::equals)).isEqualTo(0.5);
    assertThat(usage.cores(name -> true)).isEqualTo(0.75);
  }

  @Test
  void microsecondsPerUnitAreThoseOfTheNamedProcessesAlone() {
    assertThat(after.since(before).microsPerUnit("b"::equals, 1_000)).isEqualTo(500);
  }

  @Test
  void aProcessThatBeganMeanwhileCountsFromItsBeginning() {
    Reading nobody = new Reading(Map.of(), 0);

    assertThat(after.since(nobody).microsPerUnit("a"::equals, 1)).isEqualTo(1_500_000);
  }
}
