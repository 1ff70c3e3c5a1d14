package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Puts an unreadable record on {@code <topic>-dlt}: the original key, bytes and headers, and
 * headers that say where it came from and what is wrong with it. Returns only when all in-sync
 * replicas have it, and throws when that is not certain, so that the original is not committed
 * away.
 */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final int REMEMBERED_MAX = 10_000;

  private record Position(String topic, int partition, long offset, long timestamp) {}

  private final KafkaOperations<byte[], byte[]> kafka;
  private final MeterRegistry meters;
  private final Duration patience;

  /** Already sent; a batch that is delivered again must not send its bad records again. */
  private final Set<Position> sent = Collections.synchronizedSet(bounded());

  DeadLetters(KafkaOperations<byte[], byte[]> kafka, MeterRegistry meters, Duration patience) {
    this.kafka = kafka;
    this.meters = meters;
    this.patience = patience;
  }

  void send(ConsumerRecord<byte[], byte[]> raw, String group, UnreadableRecordException problem) {
    Position position = new Position(raw.topic(), raw.partition(), raw.offset(), raw.timestamp());
    if (sent.contains(position)) {
      return;
    }
    await(letter(raw, group, problem));
    sent.add(position);
    meters.counter("offsession.dead.letters", "topic", raw.topic()).increment();
    log.warn(
        "Record {}-{}@{} is unreadable and went to the dead letter topic: {}",
        raw.topic(),
        raw.partition(),
        raw.offset(),
        problem.getMessage());
  }

  private static ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> raw, String group, UnreadableRecordException problem) {
    var letter = new ProducerRecord<>(raw.topic() + "-dlt", raw.key(), raw.value());
    raw.headers().forEach(letter.headers()::add);
    header(letter, "dlt_original_topic", raw.topic());
    header(letter, "dlt_original_partition", Integer.toString(raw.partition()));
    header(letter, "dlt_original_offset", Long.toString(raw.offset()));
    header(letter, "dlt_original_timestamp", Long.toString(raw.timestamp()));
    header(letter, "dlt_consumer_group", group);
    header(letter, "dlt_error", String.valueOf(problem.getMessage()));
    return letter;
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(name, value.getBytes(UTF_8));
  }

  private void await(ProducerRecord<byte[], byte[]> letter) {
    try {
      kafka.send(letter).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("The dead letter topic " + letter.topic() + " took nothing", e);
    } catch (InterruptedException e) {
      throw new InterruptException("Interrupted while sending a dead letter", e);
    }
  }

  private static Set<Position> bounded() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Position, Boolean> eldest) {
            return size() > REMEMBERED_MAX;
          }
        });
  }
}
