package dev.offsession.localstack.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * POSTs with JSON answers. Refusals become exceptions that name the status and the code, no body.
 */
final class JsonCalls {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient http;
  private final JsonMapper json = new JsonMapper();

  JsonCalls(HttpClient http) {
    this.http = http;
  }

  JsonNode postJson(URI url, Map<String, ?> body, String header, String value) {
    return post(url, "application/json", json.writeValueAsString(body), header, value);
  }

  JsonNode postForm(URI url, Map<String, String> form, String header, String value) {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(joining("&"));
    return post(url, "application/x-www-form-urlencoded", body, header, value);
  }

  private JsonNode post(URI url, String type, String body, String header, String value) {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", type)
            .header(header, value)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      JsonNode answer = json.readTree(response.body());
      if (response.statusCode() >= 300) {
        String code = answer.path("error").path("code").asString("no code");
        throw new CustomerStuckException(
            "Refused with %d, %s".formatted(response.statusCode(), code));
      }
      return answer;
    } catch (IOException failure) {
      throw new CustomerStuckException("No answer to a call of the page", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CustomerStuckException("Interrupted in a call of the page", interrupted);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
