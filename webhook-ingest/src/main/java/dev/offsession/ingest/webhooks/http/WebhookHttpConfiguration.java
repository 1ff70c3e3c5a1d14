package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.IngestProperties;
import dev.offsession.ingest.webhooks.WebhookIntake;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookHttpConfiguration {

  private static final String PATH = "/webhooks/stripe/{" + StripeWebhookHandler.ENDPOINT + "}";

  /** First of all mappings, because nearly all requests are webhooks. */
  @Bean
  SimpleUrlHandlerMapping webhookMapping(
      WebhookIntake intake, IngestProperties properties, MeterRegistry meters, JsonMapper json) {
    var handler =
        new StripeWebhookHandler(intake, RawBody.within(properties, meters), new Answers(json));
    return new SimpleUrlHandlerMapping(Map.of(PATH, handler), Ordered.HIGHEST_PRECEDENCE);
  }
}
