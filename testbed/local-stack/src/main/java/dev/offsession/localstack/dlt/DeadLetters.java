package dev.offsession.localstack.dlt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead letter topics from end to end, without a consumer group: looking changes nothing. */
public final class DeadLetters implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Reads from this Kafka. */
  public DeadLetters(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Every dead letter topic there is. */
  public List<String> topics() {
    return consumer.listTopics().keySet().stream()
        .filter(name -> name.endsWith("-dlt"))
        .sorted()
        .toList();
  }

  /** Every letter on a topic, oldest first. */
  public List<DeadLetter> on(String topic) {
    List<DeadLetter> letters = new ArrayList<>();
    readFrom(topic, Instant.EPOCH, record -> letters.add(new DeadLetter(record)));
    letters.sort(Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::place));
    return letters;
  }

  /**
   * Hands over every record that stood on a topic when this was called.
   *
   * @param since by the records' own time; older ones are left out where Kafka can
   */
  void readFrom(String topic, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    seek(partitions, since, ends);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer
          .poll(POLL)
          .forEach(record -> {
            long end =
                Objects.requireNonNullElse(
                    ends.get(new TopicPartition(record.topic(), record.partition())), 0L);
            if (record.offset() < end) {
              reader.accept(record);
            }
          });
    }
  }

  private void seek(
      List<TopicPartition> partitions, Instant since, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, _ -> since.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach((partition, found) ->
            consumer.seek(
                partition,
                Optional.ofNullable(found)
                    .map(offset -> offset.offset())
                    .orElseGet(() -> Objects.requireNonNullElse(ends.get(partition), 0L))));
  }

  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> found = consumer.listTopics().getOrDefault(topic, List.of());
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
