package dev.offsession.charging.domain;

import java.time.Duration;

/**
 * The numbers and tables that rules read: data, not code.
 *
 * @param retries when to try again after a refusal
 * @param looks when to look again at something unknown
 * @param newcomerGrace how long a request waits for the news of its customer or method, because the
 *     two topics race
 * @param defaultDeadline when a charge without {@code expires_at} gives up, after it was received
 * @param keyLifetime how long a key surely means the same effect; Stripe keeps keys at least 24 h
 * @param pause before asking again after Stripe did not look at a question, or a look failed
 * @param customerActing before looking again while the customer is in the middle
 * @param waitingLook before looking by ourselves at a charge that waits for the customer
 */
public record Policy(
    RetryPolicy retries,
    LookPlan looks,
    Duration newcomerGrace,
    Duration defaultDeadline,
    Duration keyLifetime,
    Duration pause,
    Duration customerActing,
    Duration waitingLook) {

  /** The same, with another policy of retries. */
  public Policy with(RetryPolicy other) {
    return new Policy(
        other,
        looks,
        newcomerGrace,
        defaultDeadline,
        keyLifetime,
        pause,
        customerActing,
        waitingLook);
  }

  /** The policy as documented, with the seed table of declines. */
  public static Policy standard() {
    return new Policy(
        RetryPolicy.standard(),
        LookPlan.standard(),
        Duration.ofSeconds(30),
        Duration.ofDays(30),
        Duration.ofHours(23),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofHours(6));
  }
}
