package dev.offsession.localstack.crash;

import java.util.List;

/** One way to fail that has no place in the code: a part that is away, a stop, a replay. */
interface Drill {
  /** As people type it. */
  String name();

  /** What must hold. */
  String promise();

  /** How many brokers it needs. */
  default int brokers() {
    return 1;
  }

  /** Plays it; what it returns is what was seen. */
  Outcome play(Stage stage);

  /**
   * What was seen.
   *
   * @param remarks figures
   * @param complaints what did not hold
   */
  record Outcome(List<String> remarks, List<String> complaints) {
    boolean holds() {
      return complaints.isEmpty();
    }
  }
}
