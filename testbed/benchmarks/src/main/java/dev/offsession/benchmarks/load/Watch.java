package dev.offsession.benchmarks.load;

import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads how charges end, ours from their events and the baselines' from their results. */
public final class Watch implements AutoCloseable {
  /** Where the baselines say that a request is paid; its key is the request id. */
  public static final String BASELINE_RESULTS = "bench-results";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Set<ChargeEventType> OTHER_ENDS =
      Set.of(
          ChargeEventType.FAILED,
          ChargeEventType.CANCELED,
          ChargeEventType.EXPIRED,
          ChargeEventType.REJECTED,
          ChargeEventType.CONFLICTING_DUPLICATE,
          ChargeEventType.PAYMENT_METHOD_REQUIRED,
          ChargeEventType.AUTHENTICATION_REQUIRED);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ConfluentAvroDeserializer values = new ConfluentAvroDeserializer();
  private final Map<String, Batch> batches = new ConcurrentHashMap<>();
  private final Map<String, String> finals = new ConcurrentHashMap<>();
  private final Set<String> doubles = ConcurrentHashMap.newKeySet();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closing;

  /** Begins to read; what is written after this returns will be seen. */
  public Watch(String bootstrapServers, String registry) {
    values.configure(Map.of("schema.registry.url", registry), false);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        Stream.of(Topic.CHARGE_EVENTS.topicName(), BASELINE_RESULTS)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    Thread.ofPlatform().daemon().name("watch").start(this::read);
  }

  /** Follows the charges of a batch from now on. */
  public Batch follow(Batch batch) {
    batches.put(batch.name(), batch);
    return batch;
  }

  /** Forgets a batch. */
  public void forget(Batch batch) {
    batches.remove(batch.name());
    finals.keySet().removeIf(id -> id.startsWith(batch.name() + "-"));
  }

  /** Request ids for which two different final events came. */
  public Set<String> doubleEnds() {
    return Set.copyOf(doubles);
  }

  private void read() {
    try (consumer) {
      while (!closing) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> see(record, now));
      }
    } catch (WakeupException e) {
      // The way out.
    } finally {
      ended.countDown();
    }
  }

  private void see(ConsumerRecord<byte[], byte[]> record, long now) {
    String id = new String(record.key(), StandardCharsets.UTF_8);
    int dash = id.lastIndexOf('-');
    @Nullable Batch batch = dash < 0 ? null : batches.get(id.substring(0, dash));
    if (batch == null) {
      return;
    }
    int number = Integer.parseInt(id, dash + 1, id.length(), 10);
    if (record.topic().equals(BASELINE_RESULTS)) {
      batch.paid(number, now);
    } else if (values.deserialize(record.topic(), record.value()) instanceof ChargeEvent event) {
      see(event, batch, number, now);
    }
  }

  private void see(ChargeEvent event, Batch batch, int number, long now) {
    if (event.getType() == ChargeEventType.SUCCEEDED) {
      batch.paid(number, now);
      String before = finals.putIfAbsent(event.getRequestId(), event.getEventId());
      if (before != null && !before.equals(event.getEventId())) {
        doubles.add(event.getRequestId());
      }
    } else if (OTHER_ENDS.contains(event.getType())) {
      batch.endedOtherwise();
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
