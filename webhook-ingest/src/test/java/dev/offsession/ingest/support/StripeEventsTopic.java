package dev.offsession.ingest.support;

import static java.util.Objects.requireNonNull;

import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all that is on {@code stripe-events}. */
public final class StripeEventsTopic {

  private StripeEventsTopic() {}

  /** Every event, in the order of its partition. */
  public static List<StripeEvent> readAll(String bootstrapServers) {
    var deserializer = new ConfluentAvroDeserializer();
    deserializer.configure(Map.of(RegistrySettings.URL, ProvisionedParts.registryUrl()), false);
    Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
    String topic = Topic.STRIPE_EVENTS.topicName();
    try (var consumer =
        new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.STRIPE_EVENTS.partitions())
              .mapToObj(p -> new TopicPartition(topic, p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<StripeEvent> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(message ->
                found.add(
                    (StripeEvent)
                        requireNonNull(deserializer.deserialize(topic, message.value()))));
      }
      return found;
    }
  }
}
