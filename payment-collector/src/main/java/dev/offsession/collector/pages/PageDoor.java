package dev.offsession.collector.pages;

import dev.offsession.collector.brake.Brake;
import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.platform.web.ProblemException;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Through which every visitor of a customer page comes. Who opens too many wrong links waits; every
 * token that opens nothing gets one and the same answer; only our own pages may act.
 */
public final class PageDoor {
  private static final String MARK = "X-Offsession-Page";

  private final Pages pages;
  private final Brake brake;
  private final ClientAddress address;
  private final String origin;

  /**
   * @param base where customers reach the pages
   */
  public PageDoor(Pages pages, Brake brake, ClientAddress address, URI base) {
    this.pages = pages;
    this.brake = brake;
    this.address = address;
    this.origin = base.getScheme() + "://" + base.getAuthority();
  }

  /** Shows a page; empty means that the token opens nothing. */
  public Mono<Rendering> page(ServerWebExchange exchange, Mono<Rendering> page) {
    var wait = brake.waitOfGuesser(address.of(exchange));
    if (wait.isPositive()) {
      return Mono.just(pages.tooMany(exchange, wait));
    }
    return page.switchIfEmpty(
            Mono.fromSupplier(() -> {
              brake.countGuess(address.of(exchange));
              return pages.notFound(exchange);
            }))
        .onErrorResume(failure -> Mono.just(pages.trouble(exchange, failure)));
  }

  /** Answers a page's question; empty means that the token opens nothing. */
  public <T> Mono<T> answer(ServerWebExchange exchange, Mono<T> answer) {
    var wait = brake.waitOfGuesser(address.of(exchange));
    if (wait.isPositive()) {
      return Mono.error(tooMany(exchange, wait));
    }
    return answer.switchIfEmpty(
        Mono.error(() -> {
          brake.countGuess(address.of(exchange));
          return new ProblemException(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
        }));
  }

  /** Lets our own page act; empty means that the token opens nothing. */
  public <T> Mono<T> act(ServerWebExchange exchange, Mono<T> act) {
    requireOwnPage(exchange);
    return answer(exchange, act);
  }

  /** One more try with a card: slowed down for each link and for each address. */
  public <T> Mono<T> tryCard(ServerWebExchange exchange, String token, Mono<T> then) {
    return Mono.defer(() -> {
      var wait = brake.tryCard(address.of(exchange), keyOf(token));
      return wait.isPositive() ? Mono.error(tooMany(exchange, wait)) : then;
    });
  }

  /** How long this link has to wait before the next try with a card; zero when it need not. */
  public Duration waitOfLink(String token) {
    return brake.waitOfLink(keyOf(token));
  }

  /** Not the token itself: it shall not lie about in memory. */
  private static String keyOf(String token) {
    return LinkToken.parse(token).map(LinkToken::hash).orElse("");
  }

  private static ProblemException tooMany(ServerWebExchange exchange, Duration wait) {
    Pages.retryAfter(exchange, wait);
    return new ProblemException(
        HttpStatus.TOO_MANY_REQUESTS, "too_many_tries", "Too many tries; wait and try again.");
  }

  /**
   * Lets only our own page's script pass: another site cannot set the header without asking first,
   * and we never allow it; a browser that says where a request comes from must name us.
   */
  private void requireOwnPage(ServerWebExchange exchange) {
    var headers = exchange.getRequest().getHeaders();
    var site = headers.getFirst("Sec-Fetch-Site");
    var from = headers.getFirst(HttpHeaders.ORIGIN);
    var ours = site == null ? from == null || from.equals(origin) : site.equals("same-origin");
    if (headers.getFirst(MARK) == null || !ours) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN, "not_our_page", "Only the page itself may ask for this.");
    }
  }
}
