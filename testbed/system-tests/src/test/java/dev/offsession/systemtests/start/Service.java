package dev.offsession.systemtests.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The four services with the settings that each cannot do without. */
enum Service {
  PAYMENT_COLLECTOR(
      "payment-collector",
      "kafka.bootstrap-servers",
      "schema-registry.url",
      "mongodb.uri",
      "stripe.secret-key",
      "stripe.publishable-key",
      "api-key",
      "internal-api-key",
      "payment-collector.url",
      "merchant.name",
      "merchant.support-contact"),
  CHARGE_WORKER(
      "charge-worker",
      "kafka.bootstrap-servers",
      "schema-registry.url",
      "mongodb.uri",
      "stripe.secret-key",
      "api-key"),
  WEBHOOK_INGEST(
      "webhook-ingest", "kafka.bootstrap-servers", "schema-registry.url", "stripe.webhook-secret"),
  NOTIFIER_SERVICE(
      "notifier-service",
      "kafka.bootstrap-servers",
      "schema-registry.url",
      "mongodb.uri",
      "api-key",
      "internal-api-key",
      "payment-collector.url",
      "charge-worker.url",
      "smtp.host",
      "smtp.port",
      "mail.from",
      "merchant.name",
      "merchant.support-contact");

  private final String module;
  private final String required;

  Service(String module, String... names) {
    this.module = module;
    this.required = String.join(" ", names);
  }

  /** Properties without which it must not start. */
  List<String> required() {
    return Stream.of(required.split(" ")).map(name -> "offsession." + name).toList();
  }

  /** Settings that look right; nothing is there where they point. */
  Map<String, String> plausible() {
    Map<String, String> settings = new LinkedHashMap<>();
    required().forEach(name -> settings.put(name, anExample(name)));
    return settings;
  }

  private static String anExample(String property) {
    return switch (property) {
      case "offsession.kafka.bootstrap-servers" -> "127.0.0.1:1";
      case "offsession.mongodb.uri" -> "mongodb://127.0.0.1:1";
      case "offsession.stripe.secret-key" -> "sk_test_plausible";
      case "offsession.stripe.publishable-key" -> "pk_test_plausible";
      case "offsession.stripe.webhook-secret" -> "whsec_plausible";
      case "offsession.smtp.port" -> "1";
      case "offsession.smtp.host" -> "127.0.0.1";
      case "offsession.mail.from" -> "pay@shop.example";
      default -> property.endsWith(".url") ? "http://127.0.0.1:1" : "plausible";
    };
  }

  /** The jar as it is deployed. */
  Path jar() {
    Path folder = Path.of("..", "..", module, "target");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("build " + module + " first: no jar"));
    } catch (IOException failure) {
      throw new UncheckedIOException("build " + module + " first", failure);
    }
  }
}
