package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MongoDailyRunsIT {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final Duration LEASE = Duration.ofHours(1);

  private final MongoDailyRuns runs =
      new MongoDailyRuns(
          MongoClients.create(SharedParts.mongo().uri())
              .getDatabase("runs_" + UUID.randomUUID().toString().replace("-", "")),
          LEASE,
          Duration.ofSeconds(10));

  @Test
  void giveADayToOne() {
    assertThat(runs.take(DAY, NOON)).isTrue();
    assertThat(runs.take(DAY, NOON)).isFalse();
    assertThat(runs.take(DAY.plusDays(1), NOON)).isTrue();
  }

  @Test
  void giveADayToAnotherWhenTheFirstHasDied() {
    runs.take(DAY, NOON);

    assertThat(runs.take(DAY, NOON.plus(LEASE))).isTrue();
    assertThat(runs.take(DAY, NOON.plus(LEASE))).isFalse();
  }

  @Test
  void neverGiveADayAgainThatIsDone() {
    runs.take(DAY, NOON);

    runs.done(DAY, Reconciliation.of(List.of(), List.of()));

    assertThat(runs.take(DAY, NOON.plus(Duration.ofDays(365)))).isFalse();
  }
}
