package dev.offsession.ingest.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.ingest.backfill.domain.Leadership;
import dev.offsession.ingest.support.ProvisionedParts;
import dev.offsession.ingest.support.Simulator;
import dev.offsession.ingest.support.StripeEventsTopic;
import dev.offsession.parts.SharedParts;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances, a simulated Stripe whose webhooks reach nobody, a real broker. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackfillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulator stripe = new Simulator();
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext two;

  @BeforeAll
  void start() throws Exception {
    ProvisionedParts.provision();
    stripe.happens("payment_intent.succeeded");
    stripe.happens("payment_intent.payment_failed");
    one = startService();
    two = startService();
  }

  @AfterAll
  void stop() {
    one.close();
    two.close();
    stripe.close();
  }

  @Test
  @Order(1)
  void completesTheTopicOnStartWithoutAHuman(CapturedOutput output) throws Exception {
    Set<String> happened = stripe.eventIds();

    await().atMost(PATIENCE).until(() -> ids(backfilled()).containsAll(happened));

    assertThat(ids(backfilled())).doesNotHaveDuplicates();
    assertThat(backfilled())
        .allSatisfy(e ->
            assertThat(UTF_8.decode(e.getPayload().duplicate()).toString())
                .as("redacted as a webhook is")
                .contains(e.getEventId())
                .doesNotContain("_secret_"));
    assertThat(output.getAll()).doesNotContain("canary");
  }

  @Test
  @Order(2)
  void isDoneByOneInstanceOnly() {
    await().atMost(PATIENCE).until(() -> leads(one) || leads(two));

    assertThat(leads(one)).isNotEqualTo(leads(two));
  }

  @Test
  @Order(3)
  void fetchesWhatAnOperatorAsksForThroughAnyInstance() throws Exception {
    stripe.happens("setup_intent.succeeded");
    Set<String> happened = stripe.eventIds();
    ConfigurableApplicationContext other = leads(one) ? two : one;

    HttpResponse<String> answer = ask(other, "{}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"enabled\":true");
    await().atMost(PATIENCE).until(() -> ids(backfilled()).containsAll(happened));
    await().atMost(PATIENCE).until(() -> progress(one).contains("\"requested\":false"));
    await().atMost(PATIENCE).until(() -> progress(two).contains("\"checked_until\":\"20"));
    assertThat(ids(backfilled())).doesNotHaveDuplicates();
  }

  @Test
  @Order(4)
  void refusesAWishForTheFuture() throws Exception {
    HttpResponse<String> answer = ask(one, "{\"from\":\"2999-01-01T00:00:00Z\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("from_in_future");
  }

  @Test
  @Order(5)
  void answersNobodyWithoutTheKey() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(one)).GET().build();

    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private static boolean leads(ConfigurableApplicationContext service) {
    return service.getBean(Leadership.class).isHeld();
  }

  private static List<StripeEvent> backfilled() {
    return StripeEventsTopic.readAll(SharedParts.kafka().bootstrapServers()).stream()
        .filter(event -> event.getSource() == StripeEventSource.BACKFILL)
        .toList();
  }

  private static List<String> ids(List<StripeEvent> events) {
    return events.stream().map(StripeEvent::getEventId).toList();
  }

  private HttpResponse<String> ask(ConfigurableApplicationContext service, String wish)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(service))
            .header("Authorization", "Bearer operator-key")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(wish))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private String progress(ConfigurableApplicationContext service) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(service)).header("Authorization", "Bearer operator-key").build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static URI uri(ConfigurableApplicationContext service) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/v1/backfill");
  }

  private ConfigurableApplicationContext startService() {
    return SpringApplication.run(
        WebhookIngestApplication.class,
        "--spring.profiles.active=dev",
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers(),
        "--offsession.schema-registry.url=" + ProvisionedParts.registryUrl(),
        "--offsession.stripe.webhook-secret=whsec_canary",
        "--offsession.stripe.secret-key=" + Simulator.KEY,
        "--offsession.stripe.api-base=" + stripe.baseUrl(),
        "--offsession.api-key=operator-key",
        "--offsession.ingest.event-types=*",
        "--offsession.ingest.backfill.calls-per-second-max=100");
  }
}
