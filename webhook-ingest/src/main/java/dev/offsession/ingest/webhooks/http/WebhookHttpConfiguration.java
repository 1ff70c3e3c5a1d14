package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.IngestProperties;
import dev.offsession.ingest.webhooks.WebhookIntake;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.Timer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookHttpConfiguration {

  /** Behind all guards. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebFilter stripeWebhooks(
      WebhookIntake intake,
      IngestProperties properties,
      MeterRegistry meters,
      JsonMapper json,
      Timer timer) {
    return new StripeWebhooks(intake, RawBody.within(properties, meters, timer), new Answers(json));
  }
}
