package dev.offsession.localstack.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that has come to {@code stripe-events} so far, as a reader sees it. */
final class TopicIds implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final ConfluentAvroDeserializer values = new ConfluentAvroDeserializer();
  private final List<StripeEvent> events = new ArrayList<>();

  TopicIds(Addresses addresses) {
    values.configure(Map.of("schema.registry.url", addresses.registry()), false);
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topic.STRIPE_EVENTS.partitions())
            .mapToObj(p -> new TopicPartition(Topic.STRIPE_EVENTS.topicName(), p))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on; ids of all events, each once. */
  Set<String> distinct() {
    consumer
        .poll(POLL)
        .forEach(message ->
            events.add((StripeEvent) values.deserialize(message.topic(), message.value())));
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.getEventId()));
    return ids;
  }

  /** How many of these ids stand there, copies included. */
  long copies(Set<String> ids) {
    return events.stream().filter(event -> ids.contains(event.getEventId())).count();
  }

  long backfilled(Set<String> ids) {
    return events.stream()
        .filter(event -> ids.contains(event.getEventId()))
        .filter(event -> event.getSource() == StripeEventSource.BACKFILL)
        .count();
  }

  /**
   * Ids whose copies differ in what a reader acts on. A reader that drops ids it has seen has one
   * effect of each event only if it does not matter which copy comes first.
   */
  Set<String> ambiguous() {
    Map<String, String> first = new HashMap<>();
    Set<String> differing = new HashSet<>();
    for (StripeEvent event : events) {
      String content =
          String.join(
              " ",
              event.getType(),
              event.getObjectId(),
              String.valueOf(event.getCreated()),
              statusOf(event));
      String before = first.putIfAbsent(event.getEventId(), content);
      if (before != null && !before.equals(content)) {
        differing.add(event.getEventId());
      }
    }
    return differing;
  }

  /** A backfilled copy counts the webhooks that are pending otherwise; the object is the same. */
  private static String statusOf(StripeEvent event) {
    String payload = UTF_8.decode(event.getPayload().duplicate()).toString();
    return payload.replaceAll("\"pending_webhooks\":\\d+", "");
  }

  @Override
  public void close() {
    consumer.close();
  }
}
