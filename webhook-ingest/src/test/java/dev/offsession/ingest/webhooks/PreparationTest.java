package dev.offsession.ingest.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PreparationTest {

  @Test
  void triesUntilKafkaHasAnswered(CapturedOutput output) {
    var kafka = new LateAnswer(3);

    assertThat(Preparation.of(kafka, Duration.ofSeconds(30))).isTrue();

    assertThat(kafka.tries).isEqualTo(3);
    assertThat(output.getOut()).doesNotContain("WARN");
  }

  @Test
  void letsTheInstanceStartWhenKafkaStaysAway(CapturedOutput output) {
    var kafka = new LateAnswer(Integer.MAX_VALUE);

    assertThat(Preparation.of(kafka, Duration.ofMillis(500))).isFalse();

    assertThat(kafka.tries).isGreaterThan(1);
    assertThat(output).contains("webhooks are refused until both do: no topic in metadata");
  }

  /** Answers the given try, and none before. */
  private static final class LateAnswer implements StripeEventPublisher {
    private final int answered;
    private int tries;

    private LateAnswer(int answered) {
      this.answered = answered;
    }

    @Override
    public void prepare(ReceivedEvent sample) {
      tries++;
      if (tries < answered) {
        throw new IllegalStateException("no topic in metadata");
      }
    }

    @Override
    public CompletableFuture<Void> publish(
        String endpoint, ReceivedEvent event, Instant receivedAt, Source source) {
      throw new AssertionError("publishes nothing");
    }
  }
}
