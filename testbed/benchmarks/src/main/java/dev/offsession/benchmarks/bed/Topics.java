package dev.offsession.benchmarks.bed;

import dev.offsession.benchmarks.measure.Wait;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Topics of the broker: made, counted, emptied. */
public final class Topics {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Map<String, Object> settings;

  Topics(String bootstrapServers) {
    this.settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  private interface Work<T> {
    KafkaFuture<T> with(Admin admin);
  }

  /** Makes a topic unless it is there, and waits until each partition can be written to. */
  public void create(String topic, int partitions) {
    if (!ask(admin -> admin.listTopics().names()).contains(topic)) {
      NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      ask(admin -> admin.createTopics(List.of(wanted)).all());
    }
    if (!Wait.until(() -> isLed(topic), LIMIT)) {
      throw new IllegalStateException("Topic " + topic + " has partitions without a leader");
    }
  }

  /** A topic that was made just now may be unknown to the broker for a moment. */
  private boolean isLed(String topic) {
    return ask(admin -> admin.listTopics().names()).contains(topic)
        && description(topic).partitions().stream().allMatch(one -> one.leader() != null);
  }

  /** How many records were ever written to the topic. */
  public long written(String topic) {
    return ends(topic).values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
  }

  /** Drops every record; readers go on behind them. */
  public void empty(String topic) {
    Map<TopicPartition, RecordsToDelete> all =
        ends(topic).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
    ask(admin -> admin.deleteRecords(all).all());
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(String topic) {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions(topic).stream()
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    return ask(admin -> admin.listOffsets(wanted).all());
  }

  private Collection<TopicPartition> partitions(String topic) {
    return IntStream.range(0, description(topic).partitions().size())
        .mapToObj(number -> new TopicPartition(topic, number))
        .toList();
  }

  private TopicDescription description(String topic) {
    return ask(admin -> admin.describeTopics(List.of(topic)).allTopicNames())
        .values()
        .iterator()
        .next();
  }

  private <T> T ask(Work<T> work) {
    try (Admin admin = Admin.create(settings)) {
      return work.with(admin).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker", e);
    }
  }
}
