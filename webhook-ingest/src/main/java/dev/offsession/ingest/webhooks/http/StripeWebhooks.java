package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.WebhookIntake;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The address Stripe sends events to. Answers 2xx only for an event that Kafka has. The last of the
 * filters and no controller: every webhook would pay for choosing a handler among all and for
 * resolving its arguments.
 */
record StripeWebhooks(WebhookIntake intake, RawBody rawBody, Answers answers) implements WebFilter {

  private static final String ENDPOINT = "endpoint";

  private static final PathPattern PATH =
      PathPatternParser.defaultInstance.parse("/webhooks/stripe/{" + ENDPOINT + "}");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().pathWithinApplication();
    var matched = PATH.matchAndExtract(path);
    return matched == null
        ? chain.filter(exchange)
        : take(matched.getUriVariables().getOrDefault(ENDPOINT, ""), exchange);
  }

  private Mono<Void> take(String endpoint, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    if (!HttpMethod.POST.equals(request.getMethod())) {
      return Mono.error(
          new MethodNotAllowedException(request.getMethod(), List.of(HttpMethod.POST)));
    }
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

  /** WebFlux asks every filter for it with every request; a record's own shows all it holds. */
  @Override
  public String toString() {
    return "StripeWebhooks";
  }
}
