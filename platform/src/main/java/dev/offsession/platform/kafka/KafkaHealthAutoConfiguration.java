package dev.offsession.platform.kafka;

import dev.offsession.platform.health.PartWatch;
import dev.offsession.platform.health.PartWatches;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Health {@code kafka}. */
@AutoConfiguration(after = KafkaPlatformAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(ClientSettings.class)
@ConditionalOnEnabledHealthIndicator("kafka")
class KafkaHealthAutoConfiguration {

  @Bean
  KafkaProbe kafkaProbe(ClientSettings clients, KafkaListenerEndpointRegistry readers) {
    return new KafkaProbe(clients, readers);
  }

  @Bean
  PartWatch kafkaHealthIndicator(PartWatches watches, KafkaProbe probe) {
    return watches.of("Kafka", probe);
  }
}
