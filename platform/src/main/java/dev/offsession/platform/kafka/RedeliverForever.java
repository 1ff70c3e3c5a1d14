package dev.offsession.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * After a failure of a listener: goes back to the first record that was not finished, waits, and
 * lets Kafka deliver again. Nothing is ever skipped; the pauses double up to a limit and start
 * again when another record fails. Records that can never be read do not come here.
 */
final class RedeliverForever implements CommonErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(RedeliverForever.class);

  private record Place(String group, String topic, int partition) {}

  private record Failure(long offset, int times) {}

  private final Duration first;
  private final Duration longest;
  private final Map<Place, Failure> failures = new ConcurrentHashMap<>();

  RedeliverForever(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /** The container then commits the records before the failed one, and hands us the rest. */
  @Override
  public boolean seeksAfterHandling() {
    return true;
  }

  /** A handled failure is not a finished record. */
  @Override
  public boolean isAckAfterHandle() {
    return false;
  }

  @Override
  public void handleRemaining(
      Exception thrown,
      List<ConsumerRecord<?, ?>> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container) {
    redeliver(thrown, records, consumer, container);
  }

  @Override
  public void handleBatch(
      Exception thrown,
      ConsumerRecords<?, ?> data,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      Runnable invokeListener) {
    List<ConsumerRecord<?, ?>> records = new ArrayList<>(data.count());
    data.forEach(records::add);
    redeliver(thrown, records, consumer, container);
  }

  @Override
  public void handleOtherException(
      Exception thrown,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      boolean batchListener) {
    log.error("The consumer of {} failed", container.getGroupId(), thrown);
  }

  private void redeliver(
      Exception thrown,
      List<ConsumerRecord<?, ?>> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container) {
    if (records.isEmpty()) {
      return;
    }
    ConsumerRecord<?, ?> head = records.getFirst();
    seekToFirstOfEach(records, consumer);
    Failure failure = count(container, head);
    Duration pause = pauseAfter(failure.times());
    log(thrown, head, failure, pause);
    sleep(container, pause);
  }

  private static void seekToFirstOfEach(
      List<ConsumerRecord<?, ?>> records, Consumer<?, ?> consumer) {
    Map<TopicPartition, Long> offsets = new ConcurrentHashMap<>();
    records.forEach(
        r -> offsets.merge(new TopicPartition(r.topic(), r.partition()), r.offset(), Math::min));
    offsets.forEach((partition, offset) -> {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, offset);
      }
    });
  }

  private Failure count(MessageListenerContainer container, ConsumerRecord<?, ?> head) {
    return failures.merge(
        new Place(String.valueOf(container.getGroupId()), head.topic(), head.partition()),
        new Failure(head.offset(), 1),
        (before, now) ->
            before.offset() == now.offset() ? new Failure(now.offset(), before.times() + 1) : now);
  }

  Duration pauseAfter(int times) {
    long doubled = first.toMillis() << Math.min(times - 1, 20);
    return doubled < longest.toMillis() ? Duration.ofMillis(doubled) : longest;
  }

  private static void log(
      Exception thrown, ConsumerRecord<?, ?> head, Failure failure, Duration pause) {
    String place = head.topic() + "-" + head.partition() + "@" + head.offset();
    if (failure.times() == 1) {
      log.warn("Delivery of {} failed, next in {}", place, pause, thrown);
    } else {
      log.warn(
          "Delivery of {} failed for the {}th time, next in {}: {}",
          place,
          failure.times(),
          pause,
          rootOf(thrown).toString());
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : rootOf(cause);
  }

  private static void sleep(MessageListenerContainer container, Duration pause) {
    try {
      ListenerUtils.stoppableSleep(container, pause.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException("Interrupted between deliveries", e);
    }
  }
}
