package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.charging.ChargeWorkerApplication;
import dev.offsession.parts.KafkaBroker;
import dev.offsession.parts.MongoStandIn;
import dev.offsession.parts.SchemaRegistry;
import dev.offsession.parts.process.Ports;
import dev.offsession.platform.avro.AvroSerdes;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.provisioning.ProvisionCommand;
import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A charge-worker with a broker, a registry, a store and a simulator of its own, each of which goes
 * away and comes back: the health says so in a sentence, the readiness stays as it is, and charges
 * go on. The store comes last, because the stand-in forgets everything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartsAwayIT {
  private static final String STRIPE_KEY = "sk_test_parts";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int brokerPort = Ports.free();
  private final int controllerPort = Ports.free();
  private final int registryPort = Ports.free();
  private final int registryManagementPort = Ports.free();
  private final int mongoPort = Ports.free();
  private Path directory;
  private KafkaBroker broker;
  private SchemaRegistry registry;
  private MongoStandIn mongo;
  private StripeSimulator stripe;
  private ConfigurableApplicationContext worker;

  @BeforeAll
  void start() throws IOException {
    directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "parts-away-")
            .toAbsolutePath();
    mongo = MongoStandIn.start(mongoPort);
    stripe = StripeSimulator.start(SimulatorSettings.onFreePort());
    var starting = CompletableFuture.supplyAsync(this::startedRegistry);
    broker = startedBroker();
    registry = starting.join();
    ProvisionCommand.main(settings());
    worker =
        new SpringApplicationBuilder(ChargeWorkerApplication.class).profiles("dev").run(settings());
  }

  @AfterAll
  void stop() throws IOException {
    Stream.of(worker, broker, registry, mongo, stripe).forEach(PartsAwayIT::close);
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Test
  @Order(1)
  void tellsThatStripeIsAway() {
    int port = URI.create(stripe.baseUrl()).getPort();
    awaitHealth("stripe", "UP", "");

    stripe.close();

    awaitHealth("stripe", "DOWN", "No answer from Stripe at http://127.0.0.1:" + port);
    staysReady();
    stripe = StripeSimulator.start(SimulatorSettings.onPort(port));
    awaitHealth("stripe", "UP", "");
  }

  @Test
  @Order(2)
  void tellsThatTheRegistryIsAway() {
    awaitHealth("schemaRegistry", "UP", "");

    registry.close();

    awaitHealth("schemaRegistry", "DOWN", "No answer from the schema registry at");
    staysReady();
    registry = startedRegistry();
    ProvisionCommand.main(settings()); // The registry of the tests keeps its schemas in memory.
    awaitHealth("schemaRegistry", "UP", "");
  }

  @Test
  @Order(3)
  void tellsThatKafkaIsAway() {
    awaitHealth("kafka", "UP", "");

    broker.close();

    awaitHealth("kafka", "DOWN", "No broker of 127.0.0.1:" + brokerPort + " answered");
    staysReady();
    broker = startedBroker();
    awaitHealth("kafka", "UP", "");
  }

  @Test
  @Order(4)
  void chargesOnceAllAreBack() {
    EventPublisher publisher = worker.getBean(EventPublisher.class);
    Upstream upstream = new Upstream(publisher, new Sim(stripe.baseUrl(), STRIPE_KEY));
    try (News news = News.read(broker.bootstrapServers(), worker.getBean(AvroSerdes.class))) {
      String id = upstream.charge(upstream.payer("pm_card_visa"));

      news.awaitTypes(id, ACCEPTED, SUCCEEDED);
    }
    assertThat(health("").path("status").asString()).isEqualTo("UP");
  }

  @Test
  @Order(5)
  void tellsThatTheStoreIsAway() {
    awaitHealth("mongo", "UP", "");

    mongo.close();

    awaitHealth("mongo", "DOWN", "No primary of the store answered");
    staysReady();
    mongo = MongoStandIn.start(mongoPort);
    awaitHealth("mongo", "UP", "");
  }

  private void awaitHealth(String part, String status, String sentence) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode health = health("/" + part);
          assertThat(health.path("status").asString()).isEqualTo(status);
          assertThat(health.path("details").path("reason").asString("")).startsWith(sentence);
        });
  }

  private void staysReady() {
    assertThat(health("").path("status").asString()).isEqualTo("DOWN");
    assertThat(health("/readiness").path("status").asString()).isEqualTo("UP");
    assertThat(health("/liveness").path("status").asString()).isEqualTo("UP");
  }

  private JsonNode health(String path) {
    String port = worker.getEnvironment().getRequiredProperty("local.server.port");
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health" + path);
    return HTTP.sendAsync(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> JsonMapper.shared().readTree(answer.body()))
        .join();
  }

  private KafkaBroker startedBroker() {
    return KafkaBroker.start(directory.resolve("broker"), brokerPort, controllerPort);
  }

  private SchemaRegistry startedRegistry() {
    return SchemaRegistry.start(
        directory.resolve("registry"), registryPort, registryManagementPort);
  }

  private String[] settings() {
    return Stream.of(
            "offsession.kafka.bootstrap-servers=127.0.0.1:" + brokerPort,
            "offsession.schema-registry.url=" + registry.ccompatUrl(),
            "offsession.mongodb.uri=mongodb://127.0.0.1:" + mongoPort,
            "offsession.stripe.secret-key=" + STRIPE_KEY,
            "offsession.stripe.api-base=" + stripe.baseUrl(),
            "offsession.api-key=parts_api_key",
            "offsession.health.probe-pause=300ms",
            "offsession.health.probe-patience=1s",
            "server.port=0")
        .map(setting -> "--" + setting)
        .toArray(String[]::new);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
