package dev.offsession.notifier.prompting.domain;

import java.time.Instant;

/** Where a prompt stands. */
public sealed interface PromptStatus {
  /** To be sent, not before this moment. */
  record Waiting(Instant dueAt) implements PromptStatus {}

  /**
   * Over for good.
   *
   * @param at when it ended
   */
  record Finished(Outcome outcome, Instant at) implements PromptStatus {}

  /** How a prompt ended. */
  sealed interface Outcome {
    /** The channel took it. */
    record Sent() implements Outcome {}

    /**
     * Given up.
     *
     * @param reason stable code
     */
    record Failed(String reason) implements Outcome {}

    /**
     * Held back, because it is no longer needed.
     *
     * @param reason stable code
     */
    record Suppressed(String reason) implements Outcome {}
  }
}
