package dev.offsession.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets requests under a path pass only with the right {@code Authorization: Bearer} token. Without
 * a configured token nothing passes, so that a forgotten setting never opens an API.
 */
final class BearerFilter implements WebFilter {

  private static final String SCHEME = "Bearer ";

  private final PathPattern paths;
  private final byte[] token;

  BearerFilter(String paths, String token) {
    this.paths = PathPatternParser.defaultInstance.parse(paths);
    this.token = token.getBytes(UTF_8);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!paths.matches(exchange.getRequest().getPath().pathWithinApplication())) {
      return chain.filter(exchange);
    }
    if (isAuthorized(exchange.getRequest().getHeaders())) {
      return chain.filter(exchange);
    }
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return Mono.error(
        new ProblemException(
            HttpStatus.UNAUTHORIZED,
            "unauthorized",
            "Send the API key as Authorization: Bearer <key>."));
  }

  private boolean isAuthorized(HttpHeaders headers) {
    String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (token.length == 0 || header == null) {
      return false;
    }
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(header.substring(SCHEME.length()).strip().getBytes(UTF_8), token);
  }
}
