package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the processes of a fleet are given beside the settings of every stack. */
public interface FleetSettings {
  /** Services of which the fleet runs several processes each. */
  Set<Service> services();

  /** Whether failpoints are woven into their jars. */
  boolean failpoints();

  /** After this a process that does not serve is a failure of the run. */
  default Duration startLimit() {
    return Duration.ofMinutes(3);
  }

  /** Lease of charge-worker. */
  Duration lease();

  /** Options of each JVM. */
  List<String> jvmOptions();

  /** Settings of one service, as environment variables. */
  Map<String, String> environment(Service service);
}
