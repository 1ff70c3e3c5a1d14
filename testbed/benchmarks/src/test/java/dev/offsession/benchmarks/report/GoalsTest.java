package dev.offsession.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoalsTest {
  @Test
  void aCellHasTheGoalOfItsMeasure() {
    assertThat(Goals.of("C1/25/300ms").id()).isEqualTo("C1");
  }

  @Test
  void aGoalOfTheCellItselfComesFirst() {
    assertThat(Goals.of("C1/429/25/0ms").id()).isEqualTo("C1/429");
    assertThat(Goals.of("C10/2/limited").value()).isEqualTo(0.98);
    assertThat(Goals.of("C10/2").value()).isEqualTo(1.9);
  }

  @Test
  void whatHasNoGoalIsAMistake() {
    assertThatThrownBy(() -> Goals.of("C1x")).hasMessageContaining("C1x");
  }

  @Test
  void someGoalsAreReachedFromAboveAndSomeFromBelow() {
    assertThat(Goals.of("W1").isMetBy(0.7)).isTrue();
    assertThat(Goals.of("W1").isMetBy(0.69)).isFalse();
    assertThat(Goals.of("W2").isMetBy(1.5)).isTrue();
    assertThat(Goals.of("W2").isMetBy(1.51)).isFalse();
  }

  @Test
  void whatIsNotANumberReachesNothing() {
    assertThat(Goals.of("W1").isMetBy(Double.NaN)).isFalse();
    assertThat(Goals.of("W2").isMetBy(Double.NaN)).isFalse();
  }
}
