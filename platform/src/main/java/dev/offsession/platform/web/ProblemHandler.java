package dev.offsession.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request with problem+json. Only our own failures are logged. */
final class ProblemHandler implements WebExceptionHandler, Ordered {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final JsonMapper json;

  ProblemHandler(JsonMapper json) {
    this.json = json;
  }

  /** Before Spring Boot's own handler, which stands at -1. */
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(thrown);
    }
    Problem problem = Problems.of(thrown);
    if (problem.status() >= 500) {
      tell(exchange, thrown);
    }
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    byte[] body = json.writeValueAsBytes(problem);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  /** A refusal is meant, and may come in floods: one line, no stack trace. */
  private static void tell(ServerWebExchange exchange, Throwable thrown) {
    var method = exchange.getRequest().getMethod();
    var path = exchange.getRequest().getPath().pathWithinApplication();
    if (thrown instanceof ProblemException) {
      log.warn("{} {} refused: {}", method, path, thrown.getMessage());
    } else {
      log.error("{} {} failed", method, path, thrown);
    }
  }
}
