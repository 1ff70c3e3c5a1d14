package dev.offsession.ingest.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.ingest.support.ProvisionedParts;
import dev.offsession.ingest.support.StripeEventsTopic;
import dev.offsession.ingest.webhooks.signature.Signing;
import dev.offsession.parts.KafkaBroker;
import dev.offsession.parts.process.Ports;
import dev.offsession.schemas.StripeEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker of its own that falls silent and comes back while webhooks keep coming. */
class BrokerAwayIT {

  private static final String SECRET = "whsec_one";
  private static final int IN_FLIGHT = 5;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void refusesFastWhileTheBrokerIsSilentAndTakesAgainWhenItIsBack(@TempDir Path folder)
      throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder, Ports.free(), Ports.free())) {
      ProvisionedParts.provision(broker.bootstrapServers());
      try (var service = startService(broker.bootstrapServers())) {
        List<String> acknowledged = IntStream.range(0, 30).mapToObj(i -> "evt_" + i).toList();
        acknowledged.forEach(id -> assertThat(post(service, id).status()).isEqualTo(200));
        assertThat(onTopic(broker)).as("one object, one order").isEqualTo(acknowledged);

        signal(broker, "STOP");
        List<Answer> refused =
            IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> post(service, "evt_during_" + i))
                .toList();
        signal(broker, "CONT");

        assertThat(refused)
            .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503))
            .allSatisfy(answer -> assertThat(answer.took()).isLessThan(Duration.ofMillis(2_500)));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> post(service, "evt_after").status() == 200);
        assertThat(onTopic(broker)).containsAll(acknowledged).contains("evt_after");
      }
    }
  }

  /** A silent broker is worse than none: connections stay open and nothing is answered. */
  private static void signal(KafkaBroker broker, String name) throws Exception {
    String pid = Long.toString(broker.process().pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    assertThat(exit).isZero();
  }

  private record Answer(int status, Duration took) {}

  private Answer post(ConfigurableApplicationContext service, String eventId) {
    byte[] body =
        """
        {"id":"%s","object":"event","type":"payment_intent.succeeded","livemode":false,
         "created":1,"data":{"object":{"id":"pi_1","object":"payment_intent"}}}
        """
            .formatted(eventId)
            .getBytes(UTF_8);
    String address = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + address + "/webhooks/stripe/default"))
            .timeout(Duration.ofSeconds(20))
            .header("Stripe-Signature", Signing.header(SECRET, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    long start = System.nanoTime();
    int status = http.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
    return new Answer(status, Duration.ofNanos(System.nanoTime() - start));
  }

  private static List<String> onTopic(KafkaBroker broker) {
    return StripeEventsTopic.readAll(broker.bootstrapServers()).stream()
        .map(StripeEvent::getEventId)
        .toList();
  }

  private static ConfigurableApplicationContext startService(String bootstrapServers) {
    return SpringApplication.run(
        WebhookIngestApplication.class,
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--offsession.kafka.bootstrap-servers=" + bootstrapServers,
        "--offsession.schema-registry.url=" + ProvisionedParts.registryUrl(),
        "--offsession.ingest.in-flight-max=" + IN_FLIGHT,
        "--offsession.stripe.webhook-secret=" + SECRET);
  }
}
