package dev.offsession.ingest.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  private static final Duration TICK = Duration.ofMillis(50);

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * For all deadlines that are hardly ever met: a wheel costs next to nothing for each of them,
   * while the usual schedulers wake a thread for every one. Good to one tick.
   */
  @Bean(destroyMethod = "stop")
  Timer timer() {
    return new HashedWheelTimer(
        new DefaultThreadFactory("deadlines", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
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
      Clock clock,
      Timer timer) {
    return new WebhookIntake(endpoints, publisher, properties, meters, clock, timer);
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
