package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.WebhookIntake;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/**
 * The address Stripe sends events to. Answers 2xx only for an event that Kafka has. A plain handler
 * and no annotated controller, whose resolving of arguments costs more than verifying and reading
 * an event.
 */
record StripeWebhookHandler(WebhookIntake intake, RawBody rawBody, Answers answers)
    implements WebHandler {

  static final String ENDPOINT = "endpoint";

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    if (!HttpMethod.POST.equals(request.getMethod())) {
      return Mono.error(
          new MethodNotAllowedException(request.getMethod(), List.of(HttpMethod.POST)));
    }
    String endpoint = endpoint(exchange);
    String signature = request.getHeaders().getFirst("Stripe-Signature");
    return rawBody
        .of(request, exchange.getResponse())
        .flatMap(body -> Mono.fromFuture(intake.take(endpoint, signature, body)))
        .flatMap(outcome -> answers.write(outcome, exchange.getResponse()))
        .onErrorResume(RawBody.BrokenException.class, _ -> badRequest(exchange.getResponse()));
  }

  /** For as far as there is still somebody to answer. */
  private static Mono<Void> badRequest(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.BAD_REQUEST);
    return response.setComplete().onErrorComplete();
  }

  private static String endpoint(ServerWebExchange exchange) {
    Map<String, String> variables =
        exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables.getOrDefault(ENDPOINT, "");
  }
}
