package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.schemas.topics.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has read its topic. */
final class ReaderGroup implements AutoCloseable {
  private final Admin admin;
  private final String group;
  private final Topic topic;

  /**
   * @param group its id
   * @param topic the one it reads
   */
  ReaderGroup(Addresses addresses, String group, Topic topic) {
    this.admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka()));
    this.group = group;
    this.topic = topic;
  }

  /** Records of the topic. */
  long records() {
    return get(() -> admin.listOffsets(partitions()).all().get()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /** Records whose reading was not committed yet. */
  long lag() {
    var committed =
        get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    return records()
        - committed.entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(topic.topicName()))
            .filter(entry -> entry.getValue() != null)
            .mapToLong(entry -> entry.getValue().offset())
            .sum();
  }

  /** Lets the group read everything again; none of its members may be alive. */
  void setBack() {
    Map<TopicPartition, OffsetAndMetadata> beginning =
        partitions().keySet().stream()
            .collect(Collectors.toMap(Function.identity(), _ -> new OffsetAndMetadata(0)));
    get(() -> admin.alterConsumerGroupOffsets(group, beginning).all().get());
  }

  private Map<TopicPartition, OffsetSpec> partitions() {
    return IntStream.range(0, topic.partitions())
        .mapToObj(p -> new TopicPartition(topic.topicName(), p))
        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
  }

  private interface Asking<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Asking<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
