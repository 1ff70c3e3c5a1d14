package dev.offsession.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Strict headers for every answer. A page that needs a looser one sets it itself and keeps it. */
final class SecurityHeaders implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(() -> Mono.fromRunnable(() -> add(exchange.getResponse().getHeaders())));
    return chain.filter(exchange);
  }

  private static void add(HttpHeaders headers) {
    orElse(headers, "X-Content-Type-Options", "nosniff");
    orElse(headers, "X-Frame-Options", "DENY");
    orElse(headers, "Referrer-Policy", "no-referrer");
    orElse(headers, "Cache-Control", "no-store");
    orElse(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    orElse(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    orElse(headers, "Permissions-Policy", "geolocation=(), camera=(), microphone=()");
  }

  private static void orElse(HttpHeaders headers, String name, String value) {
    if (!headers.containsHeader(name)) {
      headers.set(name, value);
    }
  }
}
