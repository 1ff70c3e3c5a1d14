package dev.offsession.ingest.webhooks.http;

import dev.offsession.platform.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * A request's bytes exactly as they came, within limits.
 *
 * @param bytesMax a longer body is refused with 413, whether announced or not
 * @param timeout a slower one with 408
 */
record RawBody(int bytesMax, Duration timeout, MeterRegistry meters) {

  Mono<byte[]> of(ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > bytesMax) {
      return Mono.error(tooLarge());
    }
    return DataBufferUtils.join(request.getBody(), bytesMax)
        .map(RawBody::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(timeout)
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
        .onErrorMap(TimeoutException.class, _ -> tooSlow());
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private ProblemException tooLarge() {
    refused("BODY_TOO_LARGE");
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "The body is too large.");
  }

  private ProblemException tooSlow() {
    refused("BODY_TOO_SLOW");
    return new ProblemException(
        HttpStatus.REQUEST_TIMEOUT, "body_too_slow", "The body took too long to arrive.");
  }

  private void refused(String reason) {
    meters.counter("offsession.webhooks.refused", "endpoint", "any", "reason", reason).increment();
  }
}
