package dev.offsession.platform.kafka;

import dev.offsession.platform.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** One producer for events and dead letters, and the container factories for listeners. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableKafka
@EnableConfigurationProperties({KafkaSettings.class, KafkaProperties.class})
class KafkaPlatformAutoConfiguration {

  @Bean
  ClientSettings kafkaClientSettings(KafkaSettings settings, KafkaProperties boot) {
    return new ClientSettings(settings, boot);
  }

  @Bean
  @ConditionalOnMissingBean(ProducerFactory.class)
  ProducerFactory<byte[], byte[]> producerFactory(ClientSettings clients) {
    return new DefaultKafkaProducerFactory<>(clients.producer());
  }

  @Bean
  @ConditionalOnMissingBean(KafkaTemplate.class)
  KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
    return new KafkaTemplate<>(producers);
  }

  @Bean
  @ConditionalOnMissingBean
  EventPublisher eventPublisher(KafkaTemplate<byte[], byte[]> kafka, AvroSerdes serdes) {
    return new KafkaEventPublisher(kafka, serdes.serializer());
  }

  @Bean
  @ConditionalOnMissingBean(ConsumerFactory.class)
  ConsumerFactory<byte[], byte[]> consumerFactory(ClientSettings clients) {
    return new DefaultKafkaConsumerFactory<>(clients.consumer());
  }

  @Bean
  ListenerContainers listenerContainers(
      KafkaSettings settings,
      ConsumerFactory<byte[], byte[]> consumers,
      AvroSerdes serdes,
      KafkaTemplate<byte[], byte[]> kafka,
      ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    return new ListenerContainers(
        settings,
        consumers,
        new RecordDecoder(serdes.deserializer()),
        new DeadLetters(kafka, registry, settings.maxBlock().plus(settings.deliveryTimeout())));
  }

  /** For listeners that take one {@code ConsumerRecord<String, X>} at a time. */
  @Bean
  ConcurrentKafkaListenerContainerFactory<byte[], byte[]> avroRecords(
      ListenerContainers containers) {
    return containers.forRecords();
  }

  /** For listeners that take a {@code List<ConsumerRecord<String, X>>}. */
  @Bean
  ConcurrentKafkaListenerContainerFactory<byte[], byte[]> avroBatches(
      ListenerContainers containers) {
    return containers.forBatches();
  }
}
