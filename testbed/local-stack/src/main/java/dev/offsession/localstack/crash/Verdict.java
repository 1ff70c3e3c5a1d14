package dev.offsession.localstack.crash;

import java.time.Duration;
import java.util.List;

/**
 * How one run went.
 *
 * @param reached whether the failpoint was met at all
 * @param recovery from the failure until all that was asked for had happened
 * @param complaints what was not as it must be
 */
record Verdict(boolean reached, Duration recovery, Duration total, List<String> complaints) {
  boolean holds(Duration recoveryLimit) {
    return reached && complaints.isEmpty() && recovery.compareTo(recoveryLimit) <= 0;
  }
}
