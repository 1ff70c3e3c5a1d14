package dev.offsession.localstack.crash;

import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Trap;
import dev.offsession.localstack.stack.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a crash run sets differently: production's minutes become seconds, so that a recovery can be
 * waited for. Nothing else is changed.
 *
 * @param lease of charge-worker and notifier-service
 * @param grace how long a recovery may take beyond the lease
 * @param traps folder of the armed failpoint
 */
public record CrashSettings(Duration lease, Duration grace, Path traps) implements FleetSettings {
  /** A prompt's lease must outlast the calls of one delivery, on a busy machine too. */
  private static final int PROMPTING_FACTOR = 2;

  CrashSettings withTraps(Path folder) {
    return new CrashSettings(lease, grace, folder);
  }

  /**
   * Longest recovery that counts as one, for a failpoint of this service. Whoever has just called a
   * process that stands still waits for it: nothing tells a caller that it only stopped.
   */
  Duration recoveryLimit(String service, Action action) {
    return action == Action.SIGSTOP
        ? Duration.ofMillis((long) (stopSeconds() * 1_000)).plus(grace)
        : recoveryLimit(service);
  }

  /** Longest recovery that counts as one, for a failpoint of this service. */
  public Duration recoveryLimit(String service) {
    return leaseOf(service).plus(grace);
  }

  Duration leaseOf(String service) {
    return service.equals("notifier") ? lease.multipliedBy(PROMPTING_FACTOR) : lease;
  }

  private double stopSeconds() {
    return leaseOf("notifier").multipliedBy(2).toMillis() / 1_000.0;
  }

  @Override
  public Set<Service> services() {
    return EnumSet.of(Service.CHARGE_WORKER, Service.WEBHOOK_INGEST, Service.NOTIFIER);
  }

  @Override
  public boolean failpoints() {
    return true;
  }

  @Override
  public List<String> jvmOptions() {
    return List.of(
        "-Xmx160m",
        "-XX:-ReduceSignalUsage",
        "-D" + Trap.DIRECTORY_PROPERTY + "=" + traps.toAbsolutePath(),
        "-D" + Trap.STOP_SECONDS_PROPERTY + "=" + stopSeconds(),
        "-Dspring.kafka.consumer.properties.session.timeout.ms=1500",
        "-Dspring.kafka.consumer.properties.heartbeat.interval.ms=300");
  }

  @Override
  public Map<String, String> environment(Service service) {
    Map<String, String> settings = new HashMap<>();
    if (service == Service.CHARGE_WORKER) {
      settings.put("OFFSESSION_CHARGING_LEASE", lease.toMillis() + "ms");
      settings.put("OFFSESSION_CHARGING_RETRY_DAY", "200ms");
      // As many calls fit into this lease as into one of production.
      settings.put("OFFSESSION_CHARGING_STRIPE_ACCOUNT_RATE", "400");
      settings.put("OFFSESSION_CHARGING_STRIPE_ENDPOINT_RATE", "100");
      settings.put("OFFSESSION_CHARGING_DUE_PAUSE", "100ms");
      settings.put("OFFSESSION_CHARGING_LOOK_DELAYS", "500ms,1s,2s");
    }
    if (service == Service.NOTIFIER) {
      settings.put("OFFSESSION_PROMPTING_LEASE", leaseOf("notifier").toMillis() + "ms");
      settings.put("OFFSESSION_PROMPTING_POLL_INTERVAL", "200ms");
      settings.put("OFFSESSION_PROMPTING_NOT_READY_PAUSE", "500ms");
      settings.put("OFFSESSION_PROMPTING_FIRST_PAUSE", "500ms");
    }
    return settings;
  }
}
