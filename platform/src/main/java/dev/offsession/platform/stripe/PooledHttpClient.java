package dev.offsession.platform.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Stripe's transport over the JDK's pooled HTTP/1.1 client. stripe-java's own transport keeps few
 * connections and silently sends a POST again when the server hangs up; this one sends each request
 * once. Any failure to get an answer is an {@link ApiConnectionException}: the outcome is unknown.
 */
final class PooledHttpClient extends com.stripe.net.HttpClient {

  private final HttpClient http;
  private final Duration readTimeout;
  private final StripeReach reach;

  /** Made of the JDK's and the library's versions, by a JSON writer: once is enough. */
  private final String clientUserAgent = buildXStripeClientUserAgentString();

  PooledHttpClient(Duration connectTimeout, Duration readTimeout, StripeReach reach) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.readTimeout = readTimeout;
    this.reach = reach;
  }

  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    try {
      HttpResponse<String> answer = http.send(toHttp(request), BodyHandlers.ofString());
      reach.heard(answer.statusCode());
      return new StripeResponse(
          answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    } catch (IOException e) {
      reach.heardNothing();
      throw new ApiConnectionException("No answer from Stripe: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("Interrupted while waiting for Stripe", e);
    }
  }

  private HttpRequest toHttp(StripeRequest request) {
    var http = HttpRequest.newBuilder(URI.create(request.url().toString())).timeout(readTimeout);
    request.headers().map().forEach((name, values) -> values.forEach(v -> http.header(name, v)));
    http.header("User-Agent", buildUserAgentString(request));
    http.header("X-Stripe-Client-User-Agent", clientUserAgent);
    var content = request.content();
    if (content == null) {
      http.method(request.method().name(), BodyPublishers.noBody());
    } else {
      http.header("Content-Type", content.contentType());
      http.method(request.method().name(), BodyPublishers.ofByteArray(content.byteArrayContent()));
    }
    return http.build();
  }
}
