package dev.offsession.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.pace.Board;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.SharedPace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StripeWatchTest {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private long now;
  private boolean accepted;
  private int probes;
  private final KeyCircuit circuit = new KeyCircuit(PAUSE, () -> now);
  private final StripeKeyHealth health = new StripeKeyHealth(circuit);
  private final StripeWatch watch =
      new StripeWatch(
          new SharedPace(
              "one",
              new Board(() -> 0),
              new SharedPace.Limits(80, 20, Duration.ofSeconds(20)),
              () -> now),
          circuit,
          this::probe);

  @Test
  void asksNothingWhileTheKeyIsGood() {
    now += PAUSE.toNanos();
    watch.once();

    assertThat(probes).isZero();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownUntilStripeAcceptsTheKeyAgain() {
    circuit.refused();
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

    now += PAUSE.toNanos();
    watch.once();
    assertThat(probes).isEqualTo(1);
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

    accepted = true;
    now += PAUSE.toNanos();
    watch.once();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  private boolean probe() {
    probes++;
    return accepted;
  }
}
