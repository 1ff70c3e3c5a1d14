package dev.offsession.platform.kafka;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Kafka's own settings of our producers and consumers: what an operator cannot make unsafe. */
record ClientSettings(KafkaSettings settings, KafkaProperties boot) {

  private static final int BATCH_BYTES = 65_536;

  /** A dead letter is its record and headers: more than a record may be by Kafka's default. */
  private static final int REQUEST_BYTES = 2 * 1024 * 1024;

  private static final long RECONNECT_MS = 1_000;

  /**
   * So long the partitions of a process that died without a word wait for another; Kafka's own 45 s
   * had requests wait for up to 58 s. {@code spring.kafka.consumer.properties} may say otherwise.
   */
  private static final int SESSION_MS = 20_000;

  /** Bytes in, bytes out; acknowledged by all in-sync replicas, in order, without duplicates. */
  Map<String, Object> producer() {
    Map<String, Object> configs = boot.buildProducerProperties();
    int delivery = Math.toIntExact(settings.deliveryTimeout().toMillis());
    configs.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    configs.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configs.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configs.put(ProducerConfig.ACKS_CONFIG, "all");
    configs.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    configs.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    configs.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    configs.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES);
    configs.put(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMillis());
    configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.maxBlock().toMillis());
    configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    // Half, so that a silent broker leaves time for a second try within the delivery timeout.
    configs.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, delivery / 2 - 1));
    return configs;
  }

  /**
   * For questions about the cluster. Tries again seldom, so that an outage costs next to nothing.
   */
  Map<String, Object> admin() {
    Map<String, Object> configs = boot.buildAdminProperties();
    configs.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    configs.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MS);
    configs.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MS);
    configs.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, RECONNECT_MS);
    return configs;
  }

  /** Bytes only: decoding happens in the listener container, where a failure can be handled. */
  Map<String, Object> consumer() {
    Map<String, Object> configs = boot.buildConsumerProperties();
    configs.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    configs.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    configs.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    configs.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.pollRecordsMax());
    configs.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    configs.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return configs;
  }
}
