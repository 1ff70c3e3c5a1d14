package dev.offsession.platform.avro;

import dev.offsession.platform.health.PartWatch;
import dev.offsession.platform.health.PartWatches;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health {@code schemaRegistry}. */
@AutoConfiguration(after = AvroAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(SchemaRegistryClient.class)
@ConditionalOnEnabledHealthIndicator("schema-registry")
class RegistryHealthAutoConfiguration {

  @Bean
  PartWatch schemaRegistryHealthIndicator(
      PartWatches watches, SchemaRegistryProperties properties) {
    return watches.of("Schema registry", new RegistryProbe(properties.asSettings()));
  }
}
