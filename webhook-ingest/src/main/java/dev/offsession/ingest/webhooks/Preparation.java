package dev.offsession.ingest.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private Preparation() {}

  /** Never throws: an instance that starts while Kafka is away serves once Kafka is back. */
  static void of(StripeEventPublisher publisher) {
    try {
      publisher.prepare(new EventReader().read(SAMPLE.getBytes(UTF_8)));
    } catch (UnusableEventException e) {
      throw new IllegalStateException("The sample is an event", e);
    } catch (RuntimeException e) {
      log.warn("Kafka or the registry does not answer yet: {}", e.getMessage());
    }
  }
}
