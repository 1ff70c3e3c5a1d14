package dev.offsession.ingest.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.ingest.support.ProvisionedParts;
import dev.offsession.ingest.webhooks.signature.Signing;
import dev.offsession.parts.SharedParts;
import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import dev.offsession.schemas.topics.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The service over HTTP, with a real broker and a real registry. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookIngestIT {

  private static final String SECRET = "whsec_canary_one";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfluentAvroDeserializer deserializer = new ConfluentAvroDeserializer();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    ProvisionedParts.provision();
    deserializer.configure(Map.of(RegistrySettings.URL, ProvisionedParts.registryUrl()), false);
    service = startService();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void publishesASignedEventAndOnlyThenSaysOk(CapturedOutput output) throws Exception {
    byte[] body = event("evt_" + UUID.randomUUID(), "pi_ok_" + UUID.randomUUID(), false);

    HttpResponse<String> answer = post(body, Signing.header(SECRET, body));

    assertThat(answer.statusCode()).isEqualTo(200);
    ConsumerRecord<String, byte[]> message = published(body).getFirst();
    StripeEvent event =
        (StripeEvent) requireNonNull(deserializer.deserialize("stripe-events", message.value()));
    assertThat(message.key()).isEqualTo(event.getObjectId()).startsWith("pi_ok_");
    assertThat(event.getType()).isEqualTo("payment_intent.succeeded");
    assertThat(event.getSource()).isEqualTo(StripeEventSource.WEBHOOK);
    assertThat(event.getRequestIdempotencyKey()).isEqualTo("0123:confirm:1");
    assertThat(event.getReceivedAt()).isAfter(event.getCreated());
    String payload = UTF_8.decode(event.getPayload()).toString();
    assertThat(payload)
        .isEqualTo(
            new String(body, UTF_8)
                .replace("\"pi_1_secret_canary123\"", "null")
                .replace("\"canary@shop.example\"", "null"));
    assertThat(header(message, "ce_id")).isEqualTo(event.getEventId());
    assertThat(header(message, "ce_type")).isEqualTo("payment_intent.succeeded");
    assertThat(header(message, "ce_source")).isEqualTo("/webhook-ingest/default");
    assertThat(header(message, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(output.getAll()).doesNotContain("canary");
  }

  @Test
  void publishesADuplicateOnlyOnce() throws Exception {
    byte[] body = event("evt_" + UUID.randomUUID(), "pi_twice_" + UUID.randomUUID(), false);

    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(post(body, Signing.header(SECRET, body)).statusCode());
    }

    assertThat(answers).containsOnly(200);
    assertThat(published(body)).hasSize(1);
  }

  @Test
  void answersAForgedEventWithOneFixedBody() throws Exception {
    byte[] body = event("evt_forged", "pi_forged_" + UUID.randomUUID(), false);

    HttpResponse<String> wrong = post(body, Signing.header("whsec_wrong", body));
    HttpResponse<String> malformed = post(body, "t=abc");
    HttpResponse<String> absent = send(request().POST(BodyPublishers.ofByteArray(body)).build());

    assertThat(List.of(wrong, malformed, absent))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(wrong.body()));
    assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(wrong.body()).contains("\"code\":\"invalid_signature\"");
    assertThat(published(body)).isEmpty();
  }

  @Test
  void refusesThinEventsAndSaysWhyInTheLog(CapturedOutput output) throws Exception {
    byte[] body =
        "{\"id\":\"evt_thin\",\"object\":\"v2.core.event\",\"type\":\"x\"}".getBytes(UTF_8);

    assertThat(post(body, Signing.header(SECRET, body)).statusCode()).isEqualTo(400);
    assertThat(output.getAll()).contains("WARN").contains("it is a thin event");
  }

  @Test
  void refusesLiveEventsOnATestStart() throws Exception {
    byte[] body = event("evt_live", "pi_live_" + UUID.randomUUID(), true);

    HttpResponse<String> answer = post(body, Signing.header(SECRET, body));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("misdirected_event");
    assertThat(published(body)).isEmpty();
  }

  @Test
  void refusesACompressedBody() throws Exception {
    byte[] body = event("evt_gzip", "pi_gzip_" + UUID.randomUUID(), false);
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }

    HttpRequest request =
        request()
            .header("Stripe-Signature", Signing.header(SECRET, body))
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(compressed.toByteArray()))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void verifiesTheRawBytesWhateverTheyAre() throws Exception {
    byte[] noText = {(byte) 0xff, 0, (byte) 0xc3, 0x28};
    byte[] marked = ("\uFEFF" + new String(event("evt_bom", "pi_b", false), UTF_8)).getBytes(UTF_8);

    HttpResponse<String> binary = post(noText, Signing.header(SECRET, noText));
    HttpResponse<String> empty = post(new byte[0], Signing.header(SECRET, new byte[0]));

    assertThat(binary.statusCode()).isEqualTo(400);
    assertThat(binary.body()).as("signed, but no event").contains("unusable_event");
    assertThat(empty.body()).contains("unusable_event");
    assertThat(post(marked, Signing.header(SECRET, marked)).statusCode()).isLessThan(500);
  }

  @Test
  void refusesABodyOverTheCapWhetherAnnouncedOrNot() throws Exception {
    byte[] large = new byte[512 * 1024 + 1];
    String signature = Signing.header(SECRET, large);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

    assertThat(post(large, signature).statusCode()).isEqualTo(413);
    assertThat(
            send(request().header("Stripe-Signature", signature).POST(chunked).build())
                .statusCode())
        .isEqualTo(413);
    byte[] largest = new byte[512 * 1024];
    assertThat(post(largest, Signing.header(SECRET, largest)).statusCode()).isEqualTo(400);
  }

  @Test
  void cutsOffAClientThatNeverFinishesItsBody() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(service))) {
      socket.setSoTimeout(20_000);
      String head =
          "POST /webhooks/stripe/default HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().flush();

      assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void knowsNoOtherEndpointAndNoOtherMethod() throws Exception {
    byte[] body = event("evt_x", "pi_x", false);
    String signature = Signing.header(SECRET, body);
    HttpRequest other =
        HttpRequest.newBuilder(URI.create(base(service) + "/webhooks/stripe/other"))
            .header("Stripe-Signature", signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    assertThat(send(other).statusCode()).isEqualTo(404);
    assertThat(send(request().GET().build()).statusCode()).isEqualTo(405);
  }

  @Test
  void showsItsHealthAndItsMetricsAndNothingElse() throws Exception {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus").body()).contains("jvm_memory");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/actuator/heapdump").statusCode()).isEqualTo(404);
  }

  private static ConfigurableApplicationContext startService() {
    return SpringApplication.run(
        WebhookIngestApplication.class,
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers(),
        "--offsession.schema-registry.url=" + SharedParts.registry().ccompatUrl(),
        "--offsession.ingest.body-timeout=2s",
        "--offsession.stripe.webhook-secret=whsec_canary_zero, " + SECRET);
  }

  private static int port(ConfigurableApplicationContext context) {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  private static String base(ConfigurableApplicationContext context) {
    return "http://127.0.0.1:" + port(context);
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(base(service) + "/webhooks/stripe/default"))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private HttpResponse<String> post(byte[] body, String signature) throws Exception {
    return send(
        request()
            .header("Stripe-Signature", signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base(service) + path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /** The records whose payload is about the body's object. */
  private static List<ConsumerRecord<String, byte[]>> published(byte[] body) {
    String text = new String(body, UTF_8);
    int at = text.indexOf("\"id\":\"pi_") + "\"id\":\"".length();
    String objectId = text.substring(at, text.indexOf('"', at));
    return readAll().stream().filter(message -> objectId.equals(message.key())).toList();
  }

  private static List<ConsumerRecord<String, byte[]>> readAll() {
    try (var consumer =
        new KafkaConsumer<>(
            ProvisionedParts.broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.STRIPE_EVENTS.partitions())
              .mapToObj(p -> new TopicPartition(Topic.STRIPE_EVENTS.topicName(), p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  private static String header(ConsumerRecord<?, ?> message, String name) {
    return new String(message.headers().lastHeader(name).value(), UTF_8);
  }

  private static byte[] event(String id, String objectId, boolean livemode) {
    return """
    {
      "id": "%s", "object": "event", "api_version": "2026-07-29.dahlia",
      "created": 1763000000, "livemode": %s, "type": "payment_intent.succeeded",
      "data": {"object": {"id":"%s", "object": "payment_intent", "amount": 1200,
        "receipt_email": "canary@shop.example", "client_secret": "pi_1_secret_canary123"}},
      "request": {"id": "req_1", "idempotency_key": "0123:confirm:1"}
    }
    """
        .formatted(id, livemode, objectId)
        .getBytes(UTF_8);
  }
}
