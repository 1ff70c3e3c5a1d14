package dev.offsession.ingest.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.ingest.support.ProvisionedParts;
import dev.offsession.ingest.webhooks.signature.Signing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No broker answers. Alone in its class: closing one web server ends all of a JVM. */
@ExtendWith(OutputCaptureExtension.class)
class KafkaDownIT {

  private static final String SECRET = "whsec_canary";
  private static final byte[] BODY =
      """
      {"id":"evt_1","object":"event","type":"payment_intent.succeeded","livemode":false,
       "created":1,"data":{"object":{"id":"pi_1","object":"payment_intent","email":"canary"}}}
      """
          .getBytes(UTF_8);

  @Test
  void asksStripeToComeAgainWithinABound(CapturedOutput output) throws Exception {
    ProvisionedParts.provision(); // So that only the broker is missing.
    try (var service =
        SpringApplication.run(
            WebhookIngestApplication.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--offsession.kafka.bootstrap-servers=127.0.0.1:1",
            "--offsession.schema-registry.url=" + ProvisionedParts.registryUrl(),
            "--offsession.ingest.prepare-within=1s",
            "--offsession.stripe.webhook-secret=" + SECRET)) {
      String port = service.getEnvironment().getRequiredProperty("local.server.port");
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/webhooks/stripe/default"))
              .timeout(Duration.ofSeconds(10))
              .header("Stripe-Signature", Signing.header(SECRET, BODY))
              .POST(BodyPublishers.ofByteArray(BODY))
              .build();

      HttpResponse<String> first =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      HttpResponse<String> again =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

      assertThat(first.statusCode()).isEqualTo(503);
      assertThat(first.body()).contains("\"code\":\"not_now\"");
      assertThat(again.statusCode()).as("no duplicate of what was never published").isEqualTo(503);
      assertThat(output.getAll())
          .contains("evt_1 payment_intent.succeeded was not published")
          .doesNotContain("canary");
    }
  }
}
