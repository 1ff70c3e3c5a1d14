package dev.offsession.collector.stripe;

import dev.offsession.platform.web.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Tells callers of the API that Stripe, not their request, is the trouble. */
public final class StripeProblems implements WebExceptionHandler, Ordered {
  private static final String RETRY_AFTER_SECONDS = "2";

  /** Before the handler that writes problems. */
  @Override
  public int getOrder() {
    return -3;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    if (!(thrown instanceof StripeCallException failure)) {
      return Mono.error(thrown);
    }
    if (!failure.isTemporary()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.BAD_GATEWAY,
              "stripe_refused",
              "Stripe refused the call (" + failure.status() + " " + failure.code() + ")."));
    }
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return Mono.error(
        new ProblemException(
            HttpStatus.SERVICE_UNAVAILABLE,
            "stripe_unavailable",
            "Stripe cannot be reached right now; the same request may be sent again."));
  }
}
