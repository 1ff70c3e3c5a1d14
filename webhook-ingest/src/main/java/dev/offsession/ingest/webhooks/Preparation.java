package dev.offsession.ingest.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Does at the start what the first webhook would wait for: the schema's id, the topic's partitions,
 * the classes. Without it that webhook may miss its time on a busy machine.
 */
final class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);

  private static final String SAMPLE =
      """
      {"id":"evt_0","object":"event","type":"none","livemode":false,"created":0,
       "data":{"object":{"object":"none","id":"none_0"}}}
      """;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private Preparation() {}

  /**
   * Tries until it succeeds, because one try has no longer than a publish has, and a first answer
   * may take longer. Never throws: an instance that starts while Kafka is away serves once Kafka is
   * back.
   *
   * @param patience how long it may take before the instance starts all the same
   * @return whether the first webhook need not wait
   */
  static boolean of(StripeEventPublisher publisher, Duration patience) {
    ReceivedEvent sample = sample();
    var policy =
        RetryPolicy.builder()
            .maxRetries(Long.MAX_VALUE)
            .delay(BETWEEN_TRIES)
            .timeout(patience)
            .build();
    try {
      new RetryTemplate(policy).invoke(() -> publisher.prepare(sample));
      return true;
    } catch (RuntimeException e) {
      log.warn(
          "Kafka or the registry has not answered for {} s; webhooks are refused until both do: {}",
          patience.toSeconds(),
          e.getMessage());
      return false;
    }
  }

  private static ReceivedEvent sample() {
    try {
      return new EventReader().read(SAMPLE.getBytes(UTF_8));
    } catch (UnusableEventException e) {
      throw new IllegalStateException("The sample is an event", e);
    }
  }
}
