package dev.offsession.charging.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.platform.avro.AvroSerdes;
import dev.offsession.platform.kafka.RecordTrace;
import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was published on charge-events. */
final class News implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<ChargeEvent> all = new CopyOnWriteArrayList<>();
  private final Map<String, TraceParent> traces = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Thread thread;

  private News(KafkaConsumer<String, SpecificRecord> consumer) {
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().daemon().name("news").start(this::read);
  }

  static News read(String bootstrapServers, AvroSerdes serdes) {
    Map<String, Object> configs =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    KafkaConsumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(configs, new StringDeserializer(), serdes.deserializer());
    consumer.subscribe(List.of(Topic.CHARGE_EVENTS.topicName()));
    return new News(consumer);
  }

  private void read() {
    try (consumer) {
      while (true) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::keep);
      }
    } catch (WakeupException _) {
      // Closing.
    }
  }

  private void keep(ConsumerRecord<String, SpecificRecord> record) {
    ChargeEvent event = (ChargeEvent) record.value();
    RecordTrace.of(record).ifPresent(trace -> traces.put(event.getEventId(), trace));
    all.add(event);
  }

  /** The trace that an event was published in. */
  Optional<TraceParent> traceOf(ChargeEvent event) {
    return Optional.ofNullable(traces.get(event.getEventId()));
  }

  /** All events of a charge, as often as they came. */
  List<ChargeEvent> of(String requestId) {
    return all.stream().filter(event -> event.getRequestId().equals(requestId)).toList();
  }

  /** Waits until the charge has told exactly this, in this order, repeats aside. */
  List<ChargeEvent> awaitTypes(String requestId, ChargeEventType... types) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(typesOf(requestId)).containsExactly(types));
    return distinct(requestId);
  }

  ChargeEvent awaitLast(String requestId, ChargeEventType... types) {
    return awaitTypes(requestId, types).getLast();
  }

  private List<ChargeEventType> typesOf(String requestId) {
    return distinct(requestId).stream().map(ChargeEvent::getType).toList();
  }

  private List<ChargeEvent> distinct(String requestId) {
    return of(requestId).stream().distinct().toList();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
