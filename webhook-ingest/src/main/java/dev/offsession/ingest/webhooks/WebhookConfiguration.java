package dev.offsession.ingest.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
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
  Endpoints endpoints(IngestProperties properties, Environment environment) {
    return new Endpoints(properties, environment);
  }

  @Bean
  SecretReload secretReload(
      Endpoints endpoints, IngestProperties properties, MeterRegistry meters) {
    var reload = new SecretReload(endpoints, meters);
    reload.every(properties.secretReload());
    return reload;
  }

  @Bean
  WebhookIntake webhookIntake(
      IngestProperties properties,
      Endpoints endpoints,
      StripeEventPublisher publisher,
      MeterRegistry meters,
      Clock clock) {
    return new WebhookIntake(endpoints, publisher, properties, meters, clock);
  }

  /** Before the instance says that it is ready. */
  @Bean
  ApplicationRunner firstWebhookNeedNotWait(
      StripeEventPublisher publisher, IngestProperties properties) {
    return _ -> Preparation.of(publisher, properties.prepareWithin());
  }

  /** Bean names are the names in the health groups, without "HealthIndicator". */
  @Bean
  IntakeHealth intakeHealthIndicator(WebhookIntake intake, Clock clock) {
    return new IntakeHealth(intake, clock);
  }

  @Bean
  EventFlowHealth eventFlowHealthIndicator(
      WebhookIntake intake, IngestProperties properties, MeterRegistry meters, Clock clock) {
    EventFlow flow = intake.flow();
    Gauge.builder("offsession.webhooks.newest.age", () -> flow.age(clock.instant()).toSeconds())
        .baseUnit("seconds")
        .description("Time since the last webhook that went to the topic")
        .register(meters);
    return new EventFlowHealth(flow, properties.eventsExpectedWithin(), clock);
  }
}
