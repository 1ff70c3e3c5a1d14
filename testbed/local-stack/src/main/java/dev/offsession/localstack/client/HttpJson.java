package dev.offsession.localstack.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP; anything but a 2xx is an exception that names the status and the problem. */
final class HttpJson {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final @Nullable String bearer;

  HttpJson(URI base, @Nullable String bearer) {
    this.base = base;
    this.bearer = bearer;
  }

  JsonNode get(String path) {
    return get(path, TIMEOUT);
  }

  JsonNode get(String path, Duration timeout) {
    return send("GET", path, null, timeout);
  }

  JsonNode send(String method, String path, @Nullable Object body) {
    return send(method, path, body, TIMEOUT);
  }

  private JsonNode send(String method, String path, @Nullable Object body, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Accept", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return answer(method, path, exchange(request.build()));
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StackCallException("No answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackCallException("Interrupted while asking " + request.uri(), e);
    }
  }

  private static JsonNode answer(String method, String path, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new StackCallException(
          "%s %s was answered with %d %s"
              .formatted(method, path, response.statusCode(), problem(response.body())));
    }
    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  private static String problem(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      JsonNode error = json.path("error");
      String message = error.isString() ? error.asString() : error.path("message").asString("");
      return json.path("detail").asString(message);
    } catch (RuntimeException notJson) {
      return "";
    }
  }
}
