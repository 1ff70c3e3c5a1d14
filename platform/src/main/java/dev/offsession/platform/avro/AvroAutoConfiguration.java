package dev.offsession.platform.avro;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The configured Avro classes and the schema registry. */
@AutoConfiguration
@EnableConfigurationProperties({AvroProperties.class, SchemaRegistryProperties.class})
class AvroAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AvroSerdes avroSerdes(AvroProperties avro, SchemaRegistryProperties registry) {
    return new AvroSerdes(avro, registry.asSettings());
  }

  @Bean
  @ConditionalOnMissingBean
  SchemaRegistryClient schemaRegistryClient(SchemaRegistryProperties registry) {
    return new SchemaRegistryClient(registry.asSettings());
  }
}
