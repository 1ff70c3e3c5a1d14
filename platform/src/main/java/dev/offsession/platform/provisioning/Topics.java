package dev.offsession.platform.provisioning;

import static java.util.Objects.requireNonNull;

import dev.offsession.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deployed topics, brought to what the table says. Partitions are never changed. */
record Topics(Admin admin, Optional<Short> replicationFactor) {

  private static final Logger log = LoggerFactory.getLogger(Topics.class);

  void createMissing() {
    List<NewTopic> wanted = wanted();
    Set<String> existing = get(admin.listTopics().names());
    wanted.stream().filter(topic -> !existing.contains(topic.name())).forEach(this::create);
    List<NewTopic> older = wanted.stream().filter(t -> existing.contains(t.name())).toList();
    applySettings(older);
    reportPartitions(older);
  }

  private List<NewTopic> wanted() {
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      wanted.add(newTopic(topic.topicName(), topic.partitions(), topic.settings()));
      wanted.add(
          newTopic(topic.deadLetterTopicName(), topic.partitions(), topic.deadLetterSettings()));
    }
    return wanted;
  }

  private NewTopic newTopic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, Optional.of(partitions), replicationFactor).configs(settings);
  }

  private void create(NewTopic topic) {
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException _) {
      log.info("Topic {} was made by another at the same time", topic.name());
    }
  }

  private void applySettings(List<NewTopic> topics) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (NewTopic topic : topics) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      changes.put(resource, topic.configs().entrySet().stream().map(Topics::set).toList());
    }
    get(admin.incrementalAlterConfigs(changes).all());
  }

  private static AlterConfigOp set(Map.Entry<String, String> setting) {
    return new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET);
  }

  private void reportPartitions(List<NewTopic> topics) {
    List<String> names = topics.stream().map(NewTopic::name).toList();
    Map<String, TopicDescription> deployed = get(admin.describeTopics(names).allTopicNames());
    for (NewTopic topic : topics) {
      int partitions = requireNonNull(deployed.get(topic.name())).partitions().size();
      if (partitions != topic.numPartitions()) {
        log.warn(
            "Topic {} has {} partitions, the table says {}; left alone, because a change would move"
                + " keys to other partitions",
            topic.name(),
            partitions,
            topic.numPartitions());
      }
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e);
    } catch (InterruptedException e) {
      throw new InterruptException("Interrupted while making topics", e);
    }
  }
}
