package dev.offsession.ingest.backfill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownEventsTest {

  @Test
  void knowsWhatWasAddedAndNothingElse() {
    KnownEvents known = new KnownEvents(200_000);

    for (int i = 0; i < 200_000; i += 2) {
      known.add("evt_" + i);
    }

    assertThat(known.size()).isEqualTo(100_000);
    for (int i = 0; i < 200_000; i++) {
      assertThat(known.contains("evt_" + i)).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void takesNoMoreThanItMayHold() {
    KnownEvents known = new KnownEvents(2);

    assertThat(known.add("evt_1")).isTrue();
    assertThat(known.add("evt_2")).isTrue();
    assertThat(known.add("evt_1")).as("is there already").isTrue();
    assertThat(known.add("evt_3")).isFalse();
    assertThat(known.contains("evt_3")).isFalse();
  }

  @Test
  void forgets() {
    KnownEvents known = new KnownEvents(2);
    known.add("evt_1");

    known.clear();

    assertThat(known.contains("evt_1")).isFalse();
    assertThat(known.size()).isZero();
  }
}
