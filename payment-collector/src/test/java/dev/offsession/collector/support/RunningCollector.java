package dev.offsession.collector.support;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.stripe.StripeClient;
import dev.offsession.collector.PaymentCollector;
import dev.offsession.parts.SharedParts;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The service as it runs, with a real broker, a real registry, the MongoDB stand-in and the Stripe
 * simulator whose webhooks reach Kafka. One for all tests of a JVM; tests keep apart by customer.
 */
public final class RunningCollector {
  public static final String API_KEY = "test_api_key";
  public static final String INTERNAL_KEY = "test_internal_key";
  public static final String MERCHANT = "Hoshi Books";

  /** A real public key, made for these tests; nobody has its private half. */
  public static final String VAPID_PUBLIC_KEY =
      "BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U";

  private static @Nullable RunningCollector running;

  private final StripeSimulator simulator;
  private final ConfigurableApplicationContext context;
  private final String url;
  private final FakeNotifier notifierService;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningCollector(
      StripeSimulator simulator,
      ConfigurableApplicationContext context,
      FakeNotifier notifierService,
      String url) {
    this.simulator = simulator;
    this.notifierService = notifierService;
    this.context = context;
    this.url = url;
  }

  /** The service of this JVM, started when first asked for. */
  public static synchronized RunningCollector get() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static RunningCollector start() {
    var bridge = new WebhookBridge();
    var simulator =
        StripeSimulator.start(
            SimulatorSettings.onFreePort()
                .withMerchantName(MERCHANT)
                .withWebhook(bridge.url(), "whsec_test"));
    provision();
    var port = Ports.free();
    var notifierService = new FakeNotifier();
    var context =
        new SpringApplication(PaymentCollector.class)
            .run(
                arguments(
                    Map.ofEntries(
                        Map.entry("spring.profiles.active", "dev"),
                        Map.entry("server.port", Integer.toString(port)),
                        Map.entry("offsession.payment-collector.url", "http://127.0.0.1:" + port),
                        Map.entry("offsession.kafka.bootstrap-servers", bootstrapServers()),
                        Map.entry(
                            "offsession.schema-registry.url", SharedParts.registry().ccompatUrl()),
                        Map.entry("offsession.mongodb.uri", SharedParts.mongo().uri()),
                        Map.entry("offsession.mongodb.database", "collector_running"),
                        Map.entry("offsession.stripe.secret-key", "sk_test_offsession_dev"),
                        Map.entry("offsession.stripe.publishable-key", "pk_test_offsession_dev"),
                        Map.entry("offsession.stripe.api-base", simulator.baseUrl()),
                        Map.entry(
                            "offsession.stripe.js-url", simulator.baseUrl() + "/js/stripe-sim.js"),
                        Map.entry("offsession.api-key", API_KEY),
                        Map.entry("offsession.internal-api-key", INTERNAL_KEY),
                        Map.entry("offsession.notifier.url", notifierService.url()),
                        Map.entry("offsession.push.vapid-public-key", VAPID_PUBLIC_KEY),
                        Map.entry(
                            "offsession.payment-collector.return-url-origins",
                            "https://shop.example"),
                        Map.entry("offsession.payment-collector.trusted-proxies", "127.0.0.1"),
                        // Browsers all come from this machine; the limit of one address is tried
                        // apart.
                        Map.entry("offsession.payment-collector.brake.address-tries", "400"),
                        Map.entry("offsession.payment-collector.brake.wrong-links-window", "1h"),
                        Map.entry("offsession.merchant.languages", "en,ja"),
                        Map.entry("offsession.merchant.name", MERCHANT),
                        Map.entry("offsession.merchant.support-contact", "help@hoshi.example"))));
    bridge.publishTo(context.getBean(EventPublisher.class));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    return new RunningCollector(simulator, context, notifierService, "http://127.0.0.1:" + port);
  }

  private static void provision() {
    var registry =
        new RegistrySettings(
            SharedParts.registry().ccompatUrl(),
            "",
            false,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));
    new Provisioner(
            Map.of("bootstrap.servers", bootstrapServers()),
            registry,
            new ProvisioningProperties(Optional.of((short) 1), Duration.ofSeconds(60)))
        .provision();
  }

  private static String bootstrapServers() {
    return SharedParts.kafka().bootstrapServers();
  }

  private static String[] arguments(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  /** Where the service answers. */
  public String url() {
    return url;
  }

  /** A client with no credentials. */
  public WebTestClient anonymous() {
    return WebTestClient.bindToServer()
        .baseUrl(url())
        .responseTimeout(Duration.ofSeconds(30))
        .build();
  }

  /** The merchant's backend. */
  public WebTestClient merchant() {
    return anonymous().mutate().defaultHeader("Authorization", "Bearer " + API_KEY).build();
  }

  /** notifier-service. */
  public WebTestClient notifier() {
    return anonymous().mutate().defaultHeader("Authorization", "Bearer " + INTERNAL_KEY).build();
  }

  /** All routes of the service. */
  public RequestMappingHandlerMapping routes() {
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /** What is stored. */
  public StoredData stored() {
    return new StoredData(part(MongoDatabase.class));
  }

  /** What notifier-service was asked for. */
  public FakeNotifier notifierService() {
    return notifierService;
  }

  /** A visitor without credentials from this address, as a proxy reports it. */
  public WebTestClient visitorFrom(String address) {
    return anonymous().mutate().defaultHeader("X-Forwarded-For", address).build();
  }

  /** The script of one of our pages, at an address that nobody else in the tests has. */
  public WebTestClient page() {
    return visitorFrom(Addresses.next())
        .mutate()
        .defaultHeader("X-Offsession-Page", "1")
        .defaultHeader("Sec-Fetch-Site", "same-origin")
        .build();
  }

  /** A part of the running service. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Stripe, as another system of the merchant sees it. */
  public StripeClient stripe() {
    return part(StripeClient.class);
  }

  /** The simulator's levers. */
  public Simulator simulator() {
    return new Simulator(http, simulator.baseUrl());
  }
}
