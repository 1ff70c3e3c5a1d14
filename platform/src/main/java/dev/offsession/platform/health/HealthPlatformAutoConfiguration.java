package dev.offsession.platform.health;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** What the parts' own configurations make their watches with. */
@AutoConfiguration
@ConditionalOnClass(HealthIndicator.class)
@EnableConfigurationProperties(HealthSettings.class)
class HealthPlatformAutoConfiguration {

  @Bean
  PartWatches partWatches(HealthSettings settings) {
    return new PartWatches(settings, Clock.systemUTC());
  }
}
