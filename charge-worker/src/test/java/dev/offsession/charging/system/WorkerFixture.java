package dev.offsession.charging.system;

import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.ChargeWorkerApplication;
import dev.offsession.parts.SharedParts;
import dev.offsession.platform.avro.AvroSerdes;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.provisioning.ProvisionCommand;
import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One running charge-worker on real parts: broker, registry, store and the Stripe simulator, with a
 * stand-in for webhook-ingest between the simulator and the topic. Started once per JVM; tests keep
 * apart by their own customers and request ids.
 */
final class WorkerFixture {
  static final String API_KEY = "test_api_key";
  private static final String STRIPE_KEY = "sk_test_worker";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final WorkerFixture ONE = new WorkerFixture();

  final StripeSimulator simulator;
  final Sim sim;
  final Upstream upstream;
  final News news;
  final String baseUrl;
  private final ConfigurableApplicationContext context;

  private WorkerFixture() {
    WebhookBridge bridge = WebhookBridge.start();
    simulator =
        StripeSimulator.start(
            SimulatorSettings.onFreePort().withWebhook(bridge.url(), "whsec_test_worker"));
    ProvisionCommand.main(arguments().toArray(String[]::new));
    context =
        new SpringApplicationBuilder(ChargeWorkerApplication.class)
            .profiles("dev")
            .run(arguments().toArray(String[]::new));
    EventPublisher publisher = context.getBean(EventPublisher.class);
    bridge.publishTo(publisher);
    sim = new Sim(simulator.baseUrl(), STRIPE_KEY);
    upstream = new Upstream(publisher, sim);
    news = News.read(SharedParts.kafka().bootstrapServers(), context.getBean(AvroSerdes.class));
    baseUrl = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bridge)));
  }

  static WorkerFixture get() {
    return ONE;
  }

  /** Asks the service as the merchant's systems do. */
  HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Authorization", "Bearer " + API_KEY)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    return JSON.readTree(get(path).body());
  }

  /** True while no request is taken in. */
  boolean isIntakePaused() {
    return context.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers().stream()
        .anyMatch(MessageListenerContainer::isPauseRequested);
  }

  /** How many requests of a customer were taken in. */
  long storedOf(String customer) {
    return count(new Document("customer_reference", customer));
  }

  long paidOf(String customer) {
    return count(new Document("customer_reference", customer).append("state", "SUCCEEDED"));
  }

  private long count(Document filter) {
    MongoCollection<Document> charges =
        context.getBean(MongoDatabase.class).getCollection("charges");
    return Mono.from(charges.countDocuments(filter)).blockOptional().orElseThrow();
  }

  /** Waits until a cancellation without a charge is kept. */
  void awaitCancellationKept(String requestId) {
    MongoCollection<Document> charges =
        context.getBean(MongoDatabase.class).getCollection("charges");
    await()
        .until(() ->
            Mono.from(charges.find(new Document("_id", requestId)).first())
                .blockOptional()
                .isPresent());
  }

  private List<String> arguments() {
    List<String> settings = new ArrayList<>();
    settings.add("offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers());
    settings.add("offsession.schema-registry.url=" + SharedParts.registry().ccompatUrl());
    settings.add("offsession.mongodb.uri=" + SharedParts.mongo().uri());
    settings.add("offsession.stripe.secret-key=" + STRIPE_KEY);
    settings.add("offsession.stripe.api-base=" + simulator.baseUrl());
    settings.add("offsession.stripe.read-timeout=3s");
    settings.add("offsession.api-key=" + API_KEY);
    settings.add("offsession.charging.retry-day=2s");
    settings.add("offsession.charging.unknown-customer-grace=2s");
    settings.add("offsession.charging.look-delays=500ms,1s,2s");
    settings.add("offsession.charging.lease=5s");
    settings.add("offsession.charging.due-pause=50ms");
    settings.add("offsession.charging.stripe-account-rate=500");
    settings.add("offsession.charging.stripe-endpoint-rate=500");
    settings.add("server.port=0");
    return settings.stream().map(setting -> "--" + setting).toList();
  }

  private void close(WebhookBridge bridge) {
    news.close();
    context.close();
    simulator.close();
    bridge.close();
  }
}
