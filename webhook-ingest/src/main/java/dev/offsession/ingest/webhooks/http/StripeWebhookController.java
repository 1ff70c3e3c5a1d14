package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.IngestProperties;
import dev.offsession.ingest.webhooks.Intake;
import dev.offsession.ingest.webhooks.WebhookIntake;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The address Stripe sends events to. Answers 2xx only for an event that Kafka has. */
@RestController
class StripeWebhookController {

  private final WebhookIntake intake;
  private final RawBody rawBody;
  private final Scheduler virtualThreads =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

  StripeWebhookController(WebhookIntake intake, IngestProperties properties, MeterRegistry meters) {
    this.intake = intake;
    this.rawBody =
        new RawBody(
            Math.toIntExact(properties.bodyMax().toBytes()), properties.bodyTimeout(), meters);
  }

  @PostMapping("/webhooks/stripe/{endpoint}")
  Mono<ResponseEntity<Void>> receive(@PathVariable String endpoint, ServerHttpRequest request) {
    String signature = request.getHeaders().getFirst("Stripe-Signature");
    return rawBody
        .of(request)
        .publishOn(virtualThreads)
        .map(body -> answer(intake.take(endpoint, signature, body)));
  }

  private static ResponseEntity<Void> answer(Intake outcome) {
    return switch (outcome) {
      case PUBLISHED, DUPLICATE -> ResponseEntity.ok().build();
      default -> throw Refusals.of(outcome);
    };
  }
}
