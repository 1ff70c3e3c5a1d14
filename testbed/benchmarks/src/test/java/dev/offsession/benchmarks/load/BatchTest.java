package dev.offsession.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void theRateIsCountedFromTheFirstToTheLastPaymentBetween() {
    Batch batch = new Batch("b", 10);
    for (int i = 0; i < 10; i++) {
      batch.paid(i, (i + 1) * SECOND / 10);
    }

    assertThat(batch.rateBetween(0, SECOND * 2)).isEqualTo(10.0);
    assertThat(batch.paidBetween(SECOND / 2, SECOND)).isEqualTo(5);
  }

  @Test
  void aRepeatedResultChangesNothing() {
    Batch batch = new Batch("b", 1);

    batch.paid(0, 5);
    batch.paid(0, 9);

    assertThat(batch.paidCount()).isEqualTo(1);
    assertThat(batch.lastPaidAt()).isEqualTo(5);
  }

  @Test
  void latencyRunsFromTheMomentThatWasMeant() {
    Batch batch = new Batch("b", 1);

    batch.sent(0, SECOND);
    batch.paid(0, 2 * SECOND);

    assertThat(batch.latencies(0).p50()).isBetween(999.0, 1_001.0);
    assertThat(batch.latencies(SECOND / 2).p50()).isBetween(499.0, 501.0);
  }

  @Test
  void theP99IsWithinItsGoalOnceNoMoreThanOneInAHundredIsSlower() {
    Batch batch = new Batch("b", 300);
    for (int i = 0; i < 300; i++) {
      long at = (i + 1) * SECOND;
      boolean slow = i < 100 || i == 250;
      batch.sent(i, at);
      batch.paid(i, at + (slow ? 2 * SECOND : 1));
    }

    // Since 100 s two of 201 are slow, since 99 s three of 202.
    assertThat(batch.p99WithinFrom(0, SECOND)).isEqualTo(100 * SECOND);
    assertThat(batch.p99WithinFrom(200 * SECOND, SECOND)).isEqualTo(200 * SECOND);
  }

  @Test
  void anUnpaidRequestIsSlowerThanAnything() {
    Batch batch = new Batch("b", 2);
    batch.sent(0, SECOND);
    batch.sent(1, 2 * SECOND);
    batch.paid(0, SECOND + 10);

    assertThat(batch.p99WithinFrom(0, SECOND)).isEqualTo(Long.MAX_VALUE);
  }
}
