package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.offsession.platform.avro.ConfluentAvroSerializer;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.parts.RealParts;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and registry with all topics, and the tools to look into them. */
final class KafkaFixture implements AutoCloseable {

  private static final String BOOTSTRAP = "bootstrap.servers";
  private static boolean provisioned;

  private final Map<String, Object> broker =
      Map.of(BOOTSTRAP, RealParts.current().bootstrapServers());
  private final Admin admin = Admin.create(broker);
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
  private final ConfluentAvroSerializer serializer = new ConfluentAvroSerializer();

  KafkaFixture() {
    String url = RealParts.current().registryUrl();
    provisionOnce(broker, url);
    serializer.configure(Map.of(RegistrySettings.URL, url), false);
  }

  private static synchronized void provisionOnce(Map<String, Object> broker, String url) {
    if (provisioned) {
      return;
    }
    var registry =
        new RegistrySettings(url, "", false, Duration.ofSeconds(5), Duration.ofSeconds(30));
    var properties = new ProvisioningProperties(Optional.empty(), Duration.ofSeconds(30));
    new Provisioner(broker, registry, properties).provision();
    provisioned = true;
  }

  String bootstrapServers() {
    return RealParts.current().bootstrapServers();
  }

  /** A topic of one partition and its dead letter topic, under a fresh name. */
  String newTopic() throws Exception {
    String name = newTopicWithoutDeadLetters();
    create(name + "-dlt", Topic.CHARGE_EVENTS.deadLetterSettings());
    return name;
  }

  String newTopicWithoutDeadLetters() throws Exception {
    String name = "it-" + UUID.randomUUID();
    create(name, Map.of());
    return name;
  }

  void create(String topic, Map<String, String> settings) throws Exception {
    NewTopic created = new NewTopic(topic, 1, (short) 1).configs(settings);
    admin.createTopics(List.of(created)).all().get(30, SECONDS);
  }

  /** The record's bytes, as its own topic would carry them. */
  byte[] bytes(Topic topic, SpecificRecord value) {
    byte[] bytes = serializer.serialize(topic.topicName(), value);
    if (bytes == null) {
      throw new AssertionError("no bytes");
    }
    return bytes;
  }

  void send(String topic, String key, byte[] value) throws Exception {
    send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
  }

  void send(ProducerRecord<byte[], byte[]> message) throws Exception {
    producer.send(message).get(30, SECONDS);
  }

  /** Everything on the topic's first partition, from the beginning. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return read(new TopicPartition(topic, 0));
  }

  List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition) {
    try (var consumer =
        new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  /** What the group has committed on the topic's first partition; 0 when nothing. */
  long committed(String group, String topic) throws Exception {
    var offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(30, SECONDS);
    OffsetAndMetadata committed = offsets.get(new TopicPartition(topic, 0));
    return committed == null ? 0 : committed.offset();
  }

  Set<String> topics() throws Exception {
    return admin.listTopics().names().get(30, SECONDS);
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
