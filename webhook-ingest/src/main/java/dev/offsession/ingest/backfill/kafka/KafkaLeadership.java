package dev.offsession.ingest.backfill.kafka;

import dev.offsession.ingest.backfill.domain.Leadership;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Kafka's group coordinator as election: all instances join one group on {@code stripe-events}, and
 * who is given partition 0 does the backfill (docs/adr/0008). Nothing is read through the group.
 */
final class KafkaLeadership implements Leadership, SmartLifecycle, ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(KafkaLeadership.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final TopicPartition token;
  private volatile boolean held;
  private volatile boolean running;
  private volatile @Nullable Consumer<byte[], byte[]> member;
  private @Nullable Thread thread;

  /**
   * @param token the partition whose holder leads
   */
  KafkaLeadership(Supplier<Consumer<byte[], byte[]>> consumers, TopicPartition token) {
    this.consumers = consumers;
    this.token = token;
  }

  @Override
  public boolean isHeld() {
    return held;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("backfill-group").start(this::stayInGroup);
  }

  /** Leaves the group, so that another instance takes over at once. */
  @Override
  public void stop() {
    running = false;
    held = false;
    Consumer<byte[], byte[]> present = member;
    if (present != null) {
      present.wakeup();
    }
    join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void join() {
    try {
      if (thread != null) {
        var _ = thread.join(PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stayInGroup() {
    while (running) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        member = consumer;
        consumer.subscribe(List.of(token.topic()), this);
        poll(consumer);
      } catch (WakeupException _) {
        log.debug("Leaving the group of the backfill");
      } catch (KafkaException e) {
        log.warn("The group of the backfill is lost, joining again: {}", e.toString());
      } finally {
        held = false;
        member = null;
      }
    }
  }

  /** Polling keeps the membership; paused partitions bring no records. */
  private void poll(Consumer<byte[], byte[]> consumer) {
    while (running) {
      consumer.poll(POLL);
      consumer.pause(consumer.assignment());
      held = running && consumer.assignment().contains(token);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Consumer<byte[], byte[]> present = member;
    if (present != null) {
      present.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (partitions.contains(token)) {
      held = false;
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    onPartitionsRevoked(partitions);
  }
}
