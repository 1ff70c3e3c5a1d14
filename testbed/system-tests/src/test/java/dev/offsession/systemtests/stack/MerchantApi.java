package dev.offsession.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP calls of a merchant's backend. */
public final class MerchantApi implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final String token;

  MerchantApi(String token) {
    this.token = token;
  }

  /** An answer with its JSON body. */
  public record Answer(int status, String contentType, JsonNode body) {}

  public Answer get(URI url) {
    return send(request(url).GET());
  }

  public Answer put(URI url, Map<String, ?> body) {
    return send(request(url).PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  public Answer post(URI url, Map<String, ?> body) {
    return send(request(url).POST(BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode body =
          type.contains("json") ? json.readTree(response.body()) : json.createObjectNode();
      return new Answer(response.statusCode(), type, body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a call", interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
