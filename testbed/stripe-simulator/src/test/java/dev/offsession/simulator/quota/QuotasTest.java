package dev.offsession.simulator.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotasTest {
  private long now;
  private final Quotas quotas = new Quotas(() -> now);

  @Test
  void nothingIsRefusedUntilLimitsAreSet() {
    assertThat(admitted("create", 1_000)).isEqualTo(1_000);
  }

  @Test
  void anEndpointTakesASecondsWorthAtOnceAndThenItsRate() {
    quotas.set(0, 25);

    assertThat(admitted("create", 100)).isEqualTo(25);
    now += TimeUnit.MILLISECONDS.toNanos(200);
    assertThat(admitted("create", 100)).isEqualTo(5);
  }

  @Test
  void endpointsAreCountedApartAndTheAccountTogether() {
    quotas.set(30, 25);

    assertThat(admitted("create", 25)).isEqualTo(25);
    assertThat(admitted("confirm", 25)).isEqualTo(5);
    assertThat(quotas.exceededBy("confirm")).hasValue(Quotas.Reason.ACCOUNT);
  }

  @Test
  void refusedCallsTakeNothing() {
    quotas.set(0, 1);
    admitted("create", 10);

    now += TimeUnit.SECONDS.toNanos(1);

    assertThat(quotas.exceededBy("create")).isEmpty();
    assertThat(quotas.count()).isEqualTo(new Quotas.Count(2, 9));
  }

  private long admitted(String endpoint, int calls) {
    return IntStream.range(0, calls).filter(_ -> quotas.exceededBy(endpoint).isEmpty()).count();
  }
}
