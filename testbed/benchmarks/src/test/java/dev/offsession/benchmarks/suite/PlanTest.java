package dev.offsession.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Plan QUICK = new Plan(true, Plan.ROUND_SECONDS);
  private static final Plan FULL = new Plan(false, Plan.ROUND_SECONDS);

  @Test
  void isTheReferencesMethodUnlessQuick() {
    assertThat(FULL.warmUp()).isEqualTo(Duration.ofSeconds(30));
    assertThat(FULL.rounds()).isEqualTo(5);
    assertThat(FULL.turn()).isEqualTo(Duration.ofSeconds(60));
    assertThat(FULL.cell()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void warmsChargesUpForAsLongAsEverythingElse() {
    assertThat(QUICK.warmUpCharges(25)).isEqualTo(25 * (int) QUICK.warmUp().toSeconds());
    assertThat(FULL.warmUpCharges(100)).isEqualTo(3_000);
  }

  @Test
  void doesNotWarmUpWithMoreThanTheMachineCanDo() {
    assertThat(QUICK.warmUpCharges(100_000)).isEqualTo(1_500);
    assertThat(FULL.warmUpCharges(100_000)).isEqualTo(40_000);
  }

  @Test
  void refusesARoundOfNoTime() {
    assertThatThrownBy(() -> new Plan(false, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
