package dev.offsession.localstack.drills;

import java.util.List;

/** One way to fail, and what must hold. */
interface WebhookDrill {

  /** As people type it. */
  String name();

  String promise();

  Findings play(Front front);

  /**
   * What was seen.
   *
   * @param remarks figures
   * @param complaints what did not hold
   */
  record Findings(List<String> remarks, List<String> complaints) {
    boolean holds() {
      return complaints.isEmpty();
    }
  }
}
