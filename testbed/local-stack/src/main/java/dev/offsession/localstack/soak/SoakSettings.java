package dev.offsession.localstack.soak;

import dev.offsession.localstack.crash.FleetSettings;
import dev.offsession.localstack.stack.Service;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings of the services in a soak: waits of minutes become seconds, budgets fit the rate. */
final class SoakSettings implements FleetSettings {
  static final int SIMULATOR_HEAP_MB = 5_120;

  /** Longer than the read timeout, so that a call that hangs is given up by its client. */
  static final Duration HANG = Duration.ofSeconds(8);

  private static final String READ_TIMEOUT = "4s";

  @Override
  public Set<Service> services() {
    return EnumSet.allOf(Service.class);
  }

  @Override
  public boolean failpoints() {
    return false;
  }

  /** The soak may run at the lowest priority of a busy machine. */
  @Override
  public Duration startLimit() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(10);
  }

  @Override
  public List<String> jvmOptions() {
    return List.of(
        "-Xmx256m",
        "-XX:-ReduceSignalUsage",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dspring.kafka.consumer.properties.session.timeout.ms=10000",
        "-Dspring.kafka.consumer.properties.heartbeat.interval.ms=1000");
  }

  @Override
  public Map<String, String> environment(Service service) {
    Map<String, String> settings = new HashMap<>();
    settings.put("OFFSESSION_STRIPE_READ_TIMEOUT", READ_TIMEOUT);
    switch (service) {
      case CHARGE_WORKER -> {
        settings.put("OFFSESSION_CHARGING_LEASE", lease().toSeconds() + "s");
        settings.put("OFFSESSION_CHARGING_RETRY_DAY", "1s");
        settings.put("OFFSESSION_CHARGING_LOOK_DELAYS", "1s,2s,5s,10s,30s");
        settings.put("OFFSESSION_CHARGING_CARD_REFUSALS_MAX", "100");
        settings.put("OFFSESSION_CHARGING_STRIPE_ACCOUNT_RATE", "400");
        settings.put("OFFSESSION_CHARGING_STRIPE_ENDPOINT_RATE", "150");
      }
      case NOTIFIER -> {
        settings.put("OFFSESSION_PROMPTING_LEASE", "30s");
        settings.put("OFFSESSION_PROMPTING_READ_TIMEOUT", READ_TIMEOUT);
        settings.put("OFFSESSION_PROMPTING_NOT_READY_PAUSE", "1s");
        settings.put("OFFSESSION_PROMPTING_FIRST_PAUSE", "1s");
      }
      case WEBHOOK_INGEST -> {
        settings.put("OFFSESSION_INGEST_BACKFILL_INTERVAL", "1m");
        settings.put("OFFSESSION_INGEST_BACKFILL_OVERLAP", "1m");
      }
      // All customers come from one address.
      case PAYMENT_COLLECTOR ->
          settings.put("OFFSESSION_PAYMENT_COLLECTOR_BRAKE_ADDRESS_TRIES", "1000");
    }
    return settings;
  }
}
