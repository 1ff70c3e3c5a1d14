package dev.offsession.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.localstack.browser.ChromiumCustomer;
import dev.offsession.localstack.browser.ChromiumFinder;
import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.systemtests.foreign.ForeignProducer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant with its systems and its customers, at a running stack. */
public final class Merchant implements AutoCloseable {

  private static final Path SCHEMAS = Path.of("..", "..", "schemas", "src", "main", "avro");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stack stack;
  private final MerchantApi api;
  private final ForeignProducer producer;
  private final ChargeEvents events;
  private final Schema chargeRequested;
  private @Nullable CustomerAgent customer;

  Merchant(Stack stack) {
    this.stack = stack;
    this.api = new MerchantApi(stack.value("API_KEY"));
    this.producer = new ForeignProducer(stack.kafka(), stack.registry());
    this.events = new ChargeEvents(stack);
    try {
      this.chargeRequested = ForeignProducer.schemaIn(SCHEMAS.resolve("ChargeRequested.avsc"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Stack stack() {
    return stack;
  }

  public MerchantApi api() {
    return api;
  }

  public ForeignProducer producer() {
    return producer;
  }

  public ChargeEvents events() {
    return events;
  }

  /** A customer with a headless Chromium, made when first needed. */
  public CustomerAgent customer() {
    if (customer == null) {
      Path chromium =
          new ChromiumFinder(System.getenv())
              .find()
              .orElseThrow(() -> new IllegalStateException("no Chromium; ./dev test gets one"));
      customer = new ChromiumCustomer(chromium, folder("chromium"));
    }
    return customer;
  }

  private static Path folder(String name) {
    try {
      return Files.createDirectories(Path.of("target", name).toAbsolutePath());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A new customer; the reference says nothing about the person. */
  public String aCustomer(String locale) {
    String reference = "cust-" + UUID.randomUUID();
    var answer =
        api.put(
            customerUrl(reference),
            Map.of(
                "email",
                addressOf(reference),
                "name",
                "Hana Sato",
                "locale",
                locale,
                "time_zone",
                "Asia/Tokyo"));
    assertThat(answer.status()).as("PUT customer").isBetween(200, 201);
    return reference;
  }

  /** Where the mails of a customer go. */
  public static String addressOf(String reference) {
    return reference + "@mail.example.jp";
  }

  /** A new customer who has saved a card on the capture page, in the browser. */
  public String aCustomerWithCard(String cardNumber) {
    String reference = aCustomer("en");
    customer().saveCard(captureLink(reference), cardNumber);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(defaultMethod(reference)).as("default method").startsWith("pm_"));
    return reference;
  }

  /** Null until the saved card has become known. */
  public @Nullable String defaultMethod(String reference) {
    JsonNode methods = api.get(url("/v1/customers/" + reference + "/payment-methods")).body();
    return methods.path("default_payment_method_id").stringValue(null);
  }

  private URI captureLink(String reference) {
    var answer = api.post(url("/v1/customers/" + reference + "/capture-sessions"), Map.of());
    assertThat(answer.status()).as("POST capture session").isEqualTo(201);
    return URI.create(answer.body().path("url").asString());
  }

  public URI customerUrl(String reference) {
    return url("/v1/customers/" + reference);
  }

  private URI url(String path) {
    return stack.address("PAYMENT_COLLECTOR_URL").resolve(path);
  }

  /** Publishes a charge of JPY 1,200 and returns its request id. */
  public String requestCharge(String reference) {
    return requestCharge(reference, _ -> {});
  }

  /** Publishes a charge, changed from JPY 1,200 as wanted, and returns its request id. */
  public String requestCharge(String reference, Consumer<GenericRecordBuilder> change) {
    String requestId = "req-" + UUID.randomUUID();
    var request =
        new GenericRecordBuilder(chargeRequested)
            .set("request_id", requestId)
            .set("customer_reference", reference)
            .set("amount_minor", 1200L)
            .set("currency", "jpy")
            .set("requested_at", Instant.now().toEpochMilli());
    change.accept(request);
    try {
      producer.publish("charge-requested", reference, request.build());
    } catch (Exception failure) {
      throw new IllegalStateException("could not publish", failure);
    }
    return requestId;
  }

  /** The link in the newest mail to a customer, once it has come. */
  public URI mailedLink(String reference) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> newestLink(reference), link -> !link.toString().isEmpty());
  }

  private URI newestLink(String reference) {
    URI newest = URI.create("");
    for (JsonNode mail :
        api.get(stack.address("INBOX_URL").resolve("/api/messages")).body().path("data")) {
      if (mail.path("to").toString().contains(addressOf(reference))
          && mail.path("links").size() > 0) {
        newest = URI.create(mail.path("links").get(0).asString());
      }
    }
    return newest;
  }

  @Override
  public void close() {
    if (customer != null) {
      customer.close();
    }
    events.close();
    producer.close();
    api.close();
  }
}
