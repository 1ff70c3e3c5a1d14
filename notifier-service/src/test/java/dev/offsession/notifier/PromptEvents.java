package dev.offsession.notifier;

import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code prompt-events} as an auditor would: an ordinary consumer of its own. */
final class PromptEvents implements AutoCloseable {
  private final List<PromptEvent> read = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile boolean reading = true;

  PromptEvents(String bootstrapServers, String registryUrl) {
    var values = new ConfluentAvroDeserializer();
    values.configure(Map.of("schema.registry.url", registryUrl), false);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "auditor",
            "auto.offset.reset", "earliest");
    reader = Thread.ofVirtual().start(() -> read(settings, values));
  }

  List<PromptEvent> of(String requestId) {
    return read.stream().filter(event -> event.getRequestId().equals(requestId)).toList();
  }

  @Override
  public void close() {
    reading = false;
    try {
      reader.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Map<String, Object> settings, ConfluentAvroDeserializer values) {
    try (var consumer =
        new KafkaConsumer<String, SpecificRecord>(settings, new StringDeserializer(), values)) {
      consumer.subscribe(List.of(Topic.PROMPT_EVENTS.topicName()));
      while (reading) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(found -> read.add((PromptEvent) found.value()));
      }
    }
  }
}
