package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Credentials;
import dev.offsession.localstack.stack.StackState;
import dev.offsession.localstack.stack.StripeSide;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings with which a program of one's own reaches the stack, for a shell. */
final class EnvLines {
  private EnvLines() {}

  static String of(StackState state, Map<String, String> environment) {
    Addresses addresses = state.addresses();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
    lines.put("SCHEMA_REGISTRY_URL", addresses.registry());
    lines.put("MONGODB_URI", addresses.mongo());
    lines.putAll(stripe(state, environment));
    lines.put("API_KEY", Credentials.API_KEY);
    lines.put("PAYMENT_COLLECTOR_URL", addresses.collector().toString());
    lines.put("CHARGE_WORKER_URL", addresses.chargeWorker().toString());
    lines.put("WEBHOOK_INGEST_URL", addresses.webhookIngest().toString());
    lines.put("WEBHOOK_PATH", Addresses.WEBHOOK_PATH);
    lines.put("NOTIFIER_URL", addresses.notifier().toString());
    lines.put("INBOX_URL", addresses.inbox().toString());
    return lines.entrySet().stream()
        .map(line -> "OFFSESSION_" + line.getKey() + "=" + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** The keys of a real account are not kept: they come from the caller's own environment. */
  private static Map<String, String> stripe(StackState state, Map<String, String> environment) {
    Map<String, String> lines = new LinkedHashMap<>();
    String webhookSecret = state.simulatedWebhookSecret();
    if (webhookSecret == null) {
      lines.put("STRIPE_API_BASE", "https://api.stripe.com");
      lines.put("STRIPE_SECRET_KEY", environment.getOrDefault("STRIPE_SECRET_KEY", ""));
      lines.put("STRIPE_PUBLISHABLE_KEY", environment.getOrDefault("STRIPE_PUBLISHABLE_KEY", ""));
      lines.put("STRIPE_WEBHOOK_SECRET", environment.getOrDefault("STRIPE_WEBHOOK_SECRET", ""));
    } else {
      StripeSide simulated = new StripeSide.Simulated(webhookSecret);
      lines.put("STRIPE_API_BASE", state.addresses().simulator().toString());
      lines.put("STRIPE_SECRET_KEY", simulated.secretKey());
      lines.put("STRIPE_PUBLISHABLE_KEY", simulated.publishableKey());
      lines.put("STRIPE_WEBHOOK_SECRET", webhookSecret);
    }
    return lines;
  }
}
