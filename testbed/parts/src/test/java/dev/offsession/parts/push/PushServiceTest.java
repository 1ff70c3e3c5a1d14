package dev.offsession.parts.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.parts.push.PushService.Running;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is taken is tested where it is sent: in notifier-service, by another implementation. */
class PushServiceTest {
  private final Running push = PushService.start();

  @AfterEach
  void stop() {
    push.close();
  }

  @Test
  void makesADeviceAsABrowserTellsOfIt() throws Exception {
    var made = send("POST", push.url().resolve("/push/subscriptions"), Map.of());

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body())
        .contains("\"endpoint\":\"" + push.url() + "/push/to/", "\"p256dh\":\"B");
    assertThat(made.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void knowsNoDeviceThatItDidNotMake() throws Exception {
    assertThat(push(push.url().resolve("/push/to/nobody"), Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void saysThatAnExpiredDeviceIsGone() throws Exception {
    var device = push.subscribe();
    send("DELETE", push.url().resolve("/push/subscriptions/" + device.id()), Map.of());

    assertThat(push(device.endpoint(), Map.of()).statusCode()).isEqualTo(410);
  }

  @Test
  void refusesWhatTheStandardForbids() throws Exception {
    var endpoint = push.subscribe().endpoint();

    assertThat(push(endpoint, Map.of("TTL", "soon")).statusCode()).isEqualTo(400);
    assertThat(push(endpoint, Map.of("Content-Encoding", "gzip")).statusCode()).isEqualTo(415);
    assertThat(push(endpoint, Map.of("Topic", "a topic")).statusCode()).isEqualTo(400);
    assertThat(push(endpoint, Map.of("Topic", "x".repeat(33))).statusCode()).isEqualTo(400);
    assertThat(push(endpoint, Map.of("Authorization", "Bearer x")).statusCode()).isEqualTo(403);
    assertThat(push.service().received()).isEmpty();
  }

  @Test
  void refusesAsItIsTold() throws Exception {
    push.service().refuseWith(503);

    assertThat(push(push.subscribe().endpoint(), Map.of()).statusCode()).isEqualTo(503);
  }

  private static HttpResponse<String> push(URI to, Map<String, String> headers) throws Exception {
    var usual = new HashMap<>(Map.of("TTL", "60", "Content-Encoding", "aes128gcm"));
    usual.putAll(headers);
    return send("POST", to, usual);
  }

  private static HttpResponse<String> send(String method, URI to, Map<String, String> headers)
      throws Exception {
    var request = HttpRequest.newBuilder(to).method(method, BodyPublishers.ofString("x"));
    headers.forEach(request::header);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
