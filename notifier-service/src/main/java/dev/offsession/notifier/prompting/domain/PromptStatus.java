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
    record Failed(String reason) implements Outcome {
      /** The charge's owner has never heard of it. */
      public static final String CHARGE_UNKNOWN = "charge_unknown";
    }

    /**
     * Held back, because it is no longer needed.
     *
     * @param reason stable code
     */
    record Suppressed(String reason) implements Outcome {
      /** The customer wants no reminders of this kind. */
      public static final String REMINDERS_MUTED = "reminders_muted";

      /** Mail is refused, and there is no device to push to. */
      public static final String NO_CHANNEL = "no_channel";

      /** True when the need itself goes on: a later reminder may reach the customer. */
      public boolean concernsThisStepOnly() {
        return reason.equals(REMINDERS_MUTED) || reason.equals(NO_CHANNEL);
      }
    }
  }
}
