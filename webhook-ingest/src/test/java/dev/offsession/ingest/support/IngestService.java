package dev.offsession.ingest.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.ingest.webhooks.signature.Signing;
import dev.offsession.parts.SharedParts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running webhook-ingest with the shared broker and registry. */
public final class IngestService implements AutoCloseable {

  public static final String SECRET = "whsec_one";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext context;

  /** With these settings beside those that it cannot do without. */
  public IngestService(String... settings) {
    ProvisionedParts.provision();
    List<String> needed =
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers(),
            "--offsession.schema-registry.url=" + ProvisionedParts.registryUrl(),
            "--offsession.stripe.webhook-secret=" + SECRET);
    context =
        SpringApplication.run(
            WebhookIngestApplication.class,
            Stream.concat(
                    needed.stream().filter(setting -> !isAmong(settings, setting)),
                    Stream.of(settings))
                .toArray(String[]::new));
  }

  /** Spring joins the values of a setting that is given twice. */
  private static boolean isAmong(String[] settings, String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return Stream.of(settings).anyMatch(other -> other.startsWith(name));
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** Sends a signed event and returns the status of the answer. */
  public int send(String eventId, String secret) {
    return post(event(eventId), secret);
  }

  /** Sends a signed body and returns the status of the answer. */
  public int post(byte[] body, String secret) {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/webhooks/stripe/default"))
            .timeout(Duration.ofSeconds(20))
            .header("Stripe-Signature", Signing.header(secret, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return http.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
  }

  public HttpResponse<String> get(String path) {
    return http.sendAsync(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
        .join();
  }

  /** A body as Stripe sends it. */
  public static byte[] event(String id) {
    return """
    {"id":"%s","object":"event","type":"payment_intent.succeeded","livemode":false,
     "created":1763000000,"data":{"object":{"id":"pi_%s","object":"payment_intent"}}}
    """
        .formatted(id, id)
        .getBytes(UTF_8);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    context.close();
  }
}
