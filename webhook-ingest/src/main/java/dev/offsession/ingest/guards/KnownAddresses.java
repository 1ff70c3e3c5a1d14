package dev.offsession.ingest.guards;

import dev.offsession.platform.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets webhooks in from known addresses only, where such are set. */
record KnownAddresses(List<AddressRange> ranges, MeterRegistry meters) implements WebFilter {

  static final String PATH = "/webhooks/";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean isWebhook = exchange.getRequest().getPath().value().startsWith(PATH);
    if (!isWebhook || ranges.isEmpty() || isKnown(exchange.getRequest().getRemoteAddress())) {
      return chain.filter(exchange);
    }
    meters
        .counter("offsession.webhooks.refused", "endpoint", "any", "reason", "UNKNOWN_ADDRESS")
        .increment();
    return Mono.error(
        new ProblemException(
            HttpStatus.FORBIDDEN, "address_not_allowed", "Webhooks are taken from Stripe only."));
  }

  private boolean isKnown(@Nullable InetSocketAddress remote) {
    return remote != null
        && !remote.isUnresolved()
        && ranges.stream().anyMatch(range -> range.holds(remote.getAddress()));
  }

  /** WebFlux asks every filter for it with every request; a record's own shows all it holds. */
  @Override
  public String toString() {
    return "KnownAddresses";
  }
}
