package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.IngestProperties;
import dev.offsession.platform.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A request's bytes exactly as they came, within limits.
 *
 * @param bytesMax a longer body is refused with 413, whether announced or not
 * @param timeout a slower one with 408
 * @param memory a large one for which there is no memory with 503
 * @param timer tells when a body's time is over
 */
record RawBody(
    int bytesMax, Duration timeout, BodyMemory memory, MeterRegistry meters, Timer timer) {

  static RawBody within(IngestProperties properties, MeterRegistry meters, Timer timer) {
    return new RawBody(
        Math.toIntExact(properties.bodyMax().toBytes()),
        properties.bodyTimeout(),
        new BodyMemory(properties.largeBodiesMax().toBytes()),
        meters,
        timer);
  }

  /**
   * Fails with a {@link BrokenException} also when the server has answered by itself, as it does to
   * malformed chunks: it ends such a body as if it were complete.
   */
  Mono<byte[]> of(ServerHttpRequest request, ServerHttpResponse response) {
    long announced = request.getHeaders().getContentLength();
    if (announced > bytesMax) {
      return Mono.error(refused(Limit.TOO_LARGE));
    }
    var bytes = new BodyBytes((int) announced, bytesMax, memory);
    return Mono.create(body -> {
      var arriving = new ArrivingBody(bytes, body, () -> isAnswered(response), this::failure);
      body.onDispose(arriving.within(timeout, timer));
      request.getBody().subscribe(arriving);
    });
  }

  private Throwable failure(Throwable thrown) {
    return switch (thrown) {
      case BodyBytes.LimitException limit -> refused(limit.limit());
      case TimeoutException _ -> refused(Limit.TOO_SLOW);
      default -> broken();
    };
  }

  private static boolean isAnswered(ServerHttpResponse response) {
    Object server = ServerHttpResponseDecorator.getNativeResponse(response);
    return server instanceof HttpServerResponse netty && netty.hasSentHeaders();
  }

  /** What a body can exceed. */
  enum Limit {
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large."),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body took too long to arrive."),
    NO_MEMORY(HttpStatus.SERVICE_UNAVAILABLE, "Please send the event again later.");

    private final HttpStatus status;
    private final String detail;

    Limit(HttpStatus status, String detail) {
      this.status = status;
      this.detail = detail;
    }

    private String code() {
      return this == NO_MEMORY ? "not_now" : "body_" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Malformed chunks, or a client that is gone: what there was to answer has been answered. */
  static final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BrokenException() {
      super("the body is broken", null, false, false);
    }
  }

  private BrokenException broken() {
    count("BODY_BROKEN");
    return new BrokenException();
  }

  private void count(String reason) {
    meters.counter("offsession.webhooks.refused", "endpoint", "any", "reason", reason).increment();
  }

  private ProblemException refused(Limit limit) {
    count("BODY_" + limit);
    return new ProblemException(limit.status, limit.code(), limit.detail);
  }
}
