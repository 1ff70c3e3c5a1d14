package dev.offsession.ingest.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  WebhookIntake webhookIntake(
      IngestProperties properties,
      Environment environment,
      StripeEventPublisher publisher,
      MeterRegistry meters,
      Clock clock) {
    Endpoints endpoints = new Endpoints(properties, environment);
    return new WebhookIntake(endpoints, publisher, properties, meters, clock);
  }
}
