package dev.offsession.platform.kafka;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Kafka, and how patient we are with it. Security settings come from Spring Boot's own {@code
 * spring.kafka.*}.
 *
 * @param bootstrapServers host:port of one or more brokers, separated by comma
 * @param maxBlock how long a publish may wait for Kafka to be reachable at all
 * @param deliveryTimeout how long one record may take to be acknowledged by all in-sync replicas
 * @param linger how long the producer waits to fill a batch
 * @param pollRecordsMax most records handed to a listener at once
 * @param backOffFirst pause after the first failed delivery to a listener
 * @param backOffMax longest pause between deliveries; must stay below Kafka's max.poll.interval.ms
 */
@ConfigurationProperties("offsession.kafka")
record KafkaSettings(
    String bootstrapServers,
    @DefaultValue("5s") Duration maxBlock,
    @DefaultValue("10s") Duration deliveryTimeout,
    @DefaultValue("2ms") Duration linger,
    @DefaultValue("500") int pollRecordsMax,
    @DefaultValue("200ms") Duration backOffFirst,
    @DefaultValue("30s") Duration backOffMax) {

  KafkaSettings {
    bootstrapServers = Setting.required("offsession.kafka.bootstrap-servers", bootstrapServers);
    Setting.positive("offsession.kafka.max-block", maxBlock);
    Setting.positive("offsession.kafka.delivery-timeout", deliveryTimeout);
    Setting.positive("offsession.kafka.poll-records-max", pollRecordsMax);
    Setting.positive("offsession.kafka.back-off-first", backOffFirst);
    Setting.positive("offsession.kafka.back-off-max", backOffMax);
  }
}
