package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StartTimes;
import dev.offsession.localstack.stack.StripeSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person sees when the stack is up: where everything is and what to try. */
final class Screen {
  private final Addresses addresses;
  private final StripeSide stripe;
  private final List<String> lines = new ArrayList<>();
  private String times = "";

  private Screen(Addresses addresses, StripeSide stripe) {
    this.addresses = addresses;
    this.stripe = stripe;
  }

  static Screen of(Addresses addresses, StripeSide stripe) {
    return new Screen(addresses, stripe);
  }

  Screen withTimes(StartTimes measured) {
    times =
        String.format(
            Locale.ROOT,
            "  [ok] broker %.1fs   [ok] registry %.1fs   [ok] services %.1fs   all %.1fs",
            seconds(measured, "broker"),
            seconds(measured, "registry"),
            seconds(measured, "services"),
            measured.total().toMillis() / 1000.0);
    return this;
  }

  private static double seconds(StartTimes measured, String part) {
    return measured.of(part).toMillis() / 1000.0;
  }

  String text() {
    lines.clear();
    lines.add("  offsession dev 0.1.0           NOT FOR PRODUCTION - data is in memory");
    lines.add("  [ok] JDK " + Runtime.version().feature() + "   [ok] ports " + ports());
    if (!times.isEmpty()) {
      lines.add(times);
    }
    lines.add("");
    addAddresses();
    addStripe();
    addHints();
    return String.join("\n", lines) + "\n";
  }

  private String ports() {
    return addresses.base() + "-" + (addresses.base() + 11) + " on 127.0.0.1 only";
  }

  private void addAddresses() {
    row("Customer", "pages", addresses.collector() + "/setup/... , /pay/...");
    row("Inbox", "mail", addresses.inbox() + "/");
    row("Merchant", "API", addresses.collector() + "/v1/   key dev_api_key");
    row("", "charges", addresses.chargeWorker() + "/v1/charges");
    row("Operator", "health", addresses.chargeWorker() + "/actuator/health");
    row("Kafka", "bootstrap", addresses.kafka() + "   (topics: ./dev topics)");
    row("", "schema registry", addresses.registry());
  }

  private void addStripe() {
    switch (stripe) {
      case StripeSide.Simulated _ -> {
        row("Stripe", "simulator", addresses.simulator().toString());
        row("", "use the real one", "./dev --stripe=test   (README)");
      }
      case StripeSide.TestAccount _ -> {
        row("Stripe", "test account", "deliver its webhooks here, in another terminal:");
        lines.add("      stripe listen --forward-to " + addresses.webhookEndpoint());
      }
    }
  }

  private void addHints() {
    lines.add("");
    lines.add("  Try:  ./dev charge --card ok | needs-auth | declined | insufficient");
    lines.add("        ./dev charge --card needs-auth --amount 1200 --currency jpy --locale ja");
    lines.add("        ./dev trigger payment_intent.requires_action");
    lines.add("        ./dev status [-o json|env]   ./dev logs <service>   Ctrl-C / ./dev down");
  }

  private void row(String group, String name, String value) {
    lines.add(String.format(Locale.ROOT, "  %-10s %-17s %s", group, name, value).stripTrailing());
  }
}
