package dev.offsession.platform.avro;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to the schema registry. Silence, 429 and 5xx are tried again with growing, jittered
 * pauses until the time is used up; every other answer is final.
 */
final class RegistryHttp {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final long FIRST_PAUSE_MS = 50;
  private static final long LONGEST_PAUSE_MS = 2_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RegistrySettings settings;
  private final HttpClient http;

  RegistryHttp(RegistrySettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.requestTimeout())
            .build();
  }

  RegistryReply get(String path) {
    return send("GET", path, null);
  }

  RegistryReply post(String path, String body) {
    return send("POST", path, body);
  }

  RegistryReply put(String path, String body) {
    return send("PUT", path, body);
  }

  /** One GET without a second try; the status of the answer. */
  int statusOf(String path, Duration patience) throws IOException, InterruptedException {
    return http.send(request("GET", path, null, patience), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest request(String method, String path, @Nullable String body, Duration timeout) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.url() + path))
            .timeout(timeout)
            .header("Accept", MEDIA_TYPE)
            .header("Content-Type", MEDIA_TYPE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    settings.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private RegistryReply send(String method, String path, @Nullable String body) {
    try {
      return sendUntilAnswered(request(method, path, body, settings.requestTimeout()));
    } catch (InterruptedException e) {
      throw new InterruptException("Interrupted while asking the schema registry", e);
    }
  }

  private RegistryReply sendUntilAnswered(HttpRequest request) throws InterruptedException {
    long deadline = System.nanoTime() + settings.retryFor().toNanos();
    for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      String trouble;
      IOException cause = null;
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          return new RegistryReply(response.statusCode(), json(response.body()));
        }
        trouble = "HTTP " + response.statusCode();
      } catch (IOException e) {
        trouble = e.toString();
        cause = e;
      }
      Duration wait = Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      if (deadline - System.nanoTime() < wait.toNanos()) {
        throw new UnavailableException(noAnswer(request, trouble), cause);
      }
      Thread.sleep(wait);
    }
  }

  private String noAnswer(HttpRequest request, String trouble) {
    return "No answer from the schema registry to %s %s in %s, last: %s"
        .formatted(request.method(), request.uri(), settings.retryFor(), trouble);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return JSON.createObjectNode().put("message", "the answer is not JSON");
    }
  }
}
