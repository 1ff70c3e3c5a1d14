package dev.offsession.benchmarks.bed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP for the harness itself; any answer but a 2xx is an exception. */
public final class Json {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final @Nullable String bearer;

  /** Talks to this address. */
  public Json(URI base) {
    this(base, null);
  }

  /** Talks to this address as the holder of a token. */
  public Json(URI base, @Nullable String bearer) {
    this.base = base;
    this.bearer = bearer;
  }

  /** An answer as it is. */
  public String text(String path) {
    return send("GET", path, null);
  }

  /** Reads. */
  public JsonNode get(String path) {
    return JSON.readTree(text(path));
  }

  /** Acts. */
  public JsonNode call(String method, String path, Map<String, ?> body) {
    String answer = send(method, path, JSON.writeValueAsString(body));
    return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
  }

  private String send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return body(exchange(request.build()));
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
    }
  }

  private static String body(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s was answered with %d".formatted(answer.uri(), answer.statusCode()));
    }
    return answer.body();
  }
}
