package dev.offsession.simulator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a simulator as a process of its own.
 *
 * <p>Settings come from the environment ({@code SIMULATOR_PORT}) or from arguments ({@code
 * --port=8086}); arguments win.
 */
public final class SimulatorMain {
  private static final int DEFAULT_PORT = 8086;

  private final Map<String, String> values;

  private SimulatorMain(Map<String, String> values) {
    this.values = values;
  }

  /** Starts the simulator, prints one line when it is ready, and runs until it is killed. */
  @SuppressWarnings("SystemOut") // the ready line is this program's only output
  public static void main(String[] args) throws InterruptedException {
    SimulatorSettings settings = new SimulatorMain(merged(args)).settings();
    StripeSimulator simulator = StripeSimulator.start(settings);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
    System.out.println("Stripe simulator ready at " + simulator.baseUrl());
    Thread.currentThread().join();
  }

  private static Map<String, String> merged(String[] args) {
    Map<String, String> values = new HashMap<>();
    System.getenv()
        .forEach((name, value) -> {
          if (name.startsWith("SIMULATOR_")) {
            values.put(name.substring("SIMULATOR_".length()), value);
          }
        });
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("Arguments look like --port=8086, not " + arg);
      }
      String name = arg.substring(2, equals).replace('-', '_').toUpperCase(Locale.ROOT);
      values.put(name, arg.substring(equals + 1));
    }
    return values;
  }

  private SimulatorSettings settings() {
    SimulatorSettings settings = SimulatorSettings.onPort(number("PORT", DEFAULT_PORT));
    String host = values.get("HOST");
    settings = host == null ? settings : settings.withHost(host);
    settings = settings.withSeed(number("SEED", 42));
    String merchant = values.get("MERCHANT_NAME");
    settings = merchant == null ? settings : settings.withMerchantName(merchant);
    String retries = values.getOrDefault("WEBHOOK_RETRIES", "fast").toUpperCase(Locale.ROOT);
    settings = settings.withRetries(RetryProfile.valueOf(retries));
    settings = withWebhook(settings, values.get("WEBHOOK_URL"), values.get("WEBHOOK_SECRET"));
    return "false".equals(values.get("CONTROL_API")) ? settings.withoutControlApi() : settings;
  }

  private static SimulatorSettings withWebhook(
      SimulatorSettings settings, @Nullable String url, @Nullable String secret) {
    if (url == null && secret == null) {
      return settings;
    }
    if (url == null || secret == null) {
      throw new IllegalArgumentException(
          "Set SIMULATOR_WEBHOOK_URL and SIMULATOR_WEBHOOK_SECRET together");
    }
    return settings.withWebhook(url, secret);
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, String.valueOf(otherwise)));
  }
}
