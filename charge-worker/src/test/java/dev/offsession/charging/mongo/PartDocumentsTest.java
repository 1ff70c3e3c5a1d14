package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Attempts;
import dev.offsession.charging.domain.PaymentMethodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PartDocumentsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void attemptsComeBackAsTheyWere() {
    Attempts attempts =
        new Attempts(3, 2, Optional.of(NOON), List.of(new PaymentMethodId("pm_dead")));

    assertThat(PartDocuments.attempts(PartDocuments.of(attempts))).isEqualTo(attempts);
    assertThat(PartDocuments.attempts(PartDocuments.of(Attempts.NONE))).isEqualTo(Attempts.NONE);
  }

  @Test
  void attemptsOfAnOlderVersionHaveNoDeadCards() {
    Document old = new Document("number", 1).append("declines", 0);

    assertThat(PartDocuments.attempts(old))
        .isEqualTo(new Attempts(1, 0, Optional.empty(), List.of()));
  }
}
