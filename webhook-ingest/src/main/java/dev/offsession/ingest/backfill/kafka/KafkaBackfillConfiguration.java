package dev.offsession.ingest.backfill.kafka;

import dev.offsession.ingest.backfill.BackfillProperties;
import dev.offsession.ingest.backfill.OnlyWithStripeKey;
import dev.offsession.ingest.backfill.domain.TopicEvents;
import dev.offsession.schemas.topics.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnlyWithStripeKey
class KafkaBackfillConfiguration {

  private static final String TOPIC = Topic.STRIPE_EVENTS.topicName();

  /** Whose holder of partition 0 does the backfill. */
  static final String GROUP = "webhook-ingest-backfill";

  /** Never joined; its offsets' metadata is the backfill's memory. */
  static final String REGISTER = "webhook-ingest-backfill-register";

  /** A dead instance is replaced after this; the lead may be held twice for as long. */
  private static final String SESSION_MS = "10000";

  /** A scan needs throughput, not memory: 8 MB at a time. */
  private static final String FETCH_BYTES = Integer.toString(8 * 1024 * 1024);

  @Bean
  KafkaLeadership backfillLeadership(ConsumerFactory<byte[], byte[]> consumers) {
    Properties group = new Properties();
    group.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    return new KafkaLeadership(
        () -> consumers.createConsumer(GROUP, null, null, group), new TopicPartition(TOPIC, 0));
  }

  @Bean
  KafkaBackfillRegister backfillRegister(KafkaAdmin admin, JsonMapper json) {
    return new KafkaBackfillRegister(
        Admin.create(admin.getConfigurationProperties()), REGISTER, TOPIC, json);
  }

  @Bean
  Supplier<TopicEvents> topicEvents(
      ConsumerFactory<byte[], byte[]> consumers, BackfillProperties properties, Clock clock) {
    Properties scan = new Properties();
    scan.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    List<TopicPartition> partitions =
        IntStream.range(0, Topic.STRIPE_EVENTS.partitions())
            .mapToObj(p -> new TopicPartition(TOPIC, p))
            .toList();
    return () ->
        new KafkaTopicEvents(
            consumers.createConsumer(null, null, null, scan),
            partitions,
            properties.knownEventsMax(),
            clock);
  }
}
