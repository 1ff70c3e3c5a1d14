package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what arrives on some topics from now on, on a thread of its own and without a consumer
 * group. Records that cannot be read are passed over: showing them is not this reader's work.
 */
public final class TopicTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final ConfluentAvroDeserializer values = new ConfluentAvroDeserializer();
  private final Consumer<Arrival> listener;
  private final Thread thread;

  /** A record that arrived. */
  public record Arrival(String topic, String key, SpecificRecord value) {}

  private TopicTail(Addresses addresses, Consumer<Arrival> listener) {
    this.listener = listener;
    values.configure(Map.of("schema.registry.url", addresses.registry()), false);
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            addresses.kafka(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    thread = Thread.ofPlatform().daemon().name("topic-tail").unstarted(this::read);
  }

  /** Begins to read; what is published after this returns will be seen. */
  public static TopicTail of(
      Addresses addresses, Collection<Topic> topics, Consumer<Arrival> listener) {
    TopicTail tail = new TopicTail(addresses, listener);
    List<TopicPartition> partitions = topics.stream().flatMap(tail::partitions).toList();
    tail.consumer.assign(partitions);
    tail.consumer.seekToEnd(partitions);
    partitions.forEach(tail.consumer::position);
    tail.thread.start();
    return tail;
  }

  private Stream<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()));
  }

  private void read() {
    try (consumer) {
      while (!thread.isInterrupted()) {
        consumer.poll(POLL).forEach(record -> decode(record).ifPresent(listener));
      }
    } catch (WakeupException | org.apache.kafka.common.errors.InterruptException closing) {
      // The way out.
    }
  }

  private Optional<Arrival> decode(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(values.deserialize(record.topic(), record.value()))
          .map(value -> new Arrival(record.topic(), record.key(), value));
    } catch (SerializationException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
