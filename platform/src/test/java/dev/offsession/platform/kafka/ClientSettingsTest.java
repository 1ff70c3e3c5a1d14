package dev.offsession.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class ClientSettingsTest {
  private static final Duration ANY = Duration.ofSeconds(1);
  private static final String SESSION = "session.timeout.ms";

  private final KafkaProperties spring = new KafkaProperties();

  @Test
  void partitionsOfADeadProcessWaitForTwentySeconds() {
    assertThat(consumer()).containsEntry(SESSION, 20_000);
  }

  @Test
  void anOperatorMaySayHowLongTheyWait() {
    spring.getConsumer().getProperties().put(SESSION, "45000");

    assertThat(consumer()).containsEntry(SESSION, "45000");
  }

  private Map<String, Object> consumer() {
    KafkaSettings ours = new KafkaSettings("127.0.0.1:1", ANY, ANY, ANY, 1, ANY, ANY);
    return new ClientSettings(ours, spring).consumer();
  }
}
