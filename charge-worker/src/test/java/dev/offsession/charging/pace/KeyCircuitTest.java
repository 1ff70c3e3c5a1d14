package dev.offsession.charging.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyCircuitTest {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private long now;
  private final KeyCircuit circuit = new KeyCircuit(PAUSE, () -> now);

  @Test
  void isClosedUntilStripeRefusesTheKey() {
    circuit.accepted();
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.takeProbe()).isFalse();

    circuit.refused();

    assertThat(circuit.isOpen()).isTrue();
  }

  @Test
  void isProbedOnceAPause() {
    circuit.refused();
    assertThat(circuit.takeProbe()).isFalse();

    later(PAUSE);

    assertThat(circuit.takeProbe()).isTrue();
    assertThat(circuit.takeProbe()).isFalse();
    assertThat(circuit.isOpen()).isTrue();
    later(PAUSE);
    assertThat(circuit.takeProbe()).isTrue();
  }

  @Test
  void closesWhenTheProbeIsAccepted() {
    circuit.refused();

    circuit.probed();

    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void staysOpenWhenALateAnswerWasAccepted() {
    circuit.refused();

    circuit.accepted();

    assertThat(circuit.isOpen()).isTrue();
  }

  @Test
  void waitsLongerForAKeyThatMayReadButNotCharge() {
    for (int i = 0; i < 8; i++) {
      circuit.refused();
      circuit.probed();
    }
    circuit.refused();

    later(PAUSE.multipliedBy(16).minusNanos(1));
    assertThat(circuit.takeProbe()).isFalse();
    later(Duration.ofNanos(1));
    assertThat(circuit.takeProbe()).isTrue();
  }

  @Test
  void countsManyRefusalsAtOnceAsOne() {
    circuit.refused();
    circuit.refused();

    later(PAUSE);

    assertThat(circuit.takeProbe()).isTrue();
  }

  @Test
  void startsAnewOnceAChargeWasAnswered() {
    circuit.refused();
    circuit.probed();
    circuit.accepted();
    circuit.refused();

    later(PAUSE);

    assertThat(circuit.takeProbe()).isTrue();
  }

  private void later(Duration time) {
    now += time.toNanos();
  }
}
