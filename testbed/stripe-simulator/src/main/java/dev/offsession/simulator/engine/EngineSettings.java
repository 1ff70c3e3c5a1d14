package dev.offsession.simulator.engine;

import java.time.Duration;

/**
 * Limits and delays of the engine, in simulated time.
 *
 * @param confirmationsMax confirmations after which an intent is canceled
 * @param challengeLifetime how long the customer may leave a challenge unanswered
 * @param balanceDelay until a charge's balance transaction is known ({@code charge.updated})
 * @param processingDelay until a payment in {@code processing} is settled
 * @param authorizationLifetime until an uncaptured payment is canceled
 * @param aftermathDelay until a test card's dispute or refund result arrives
 * @param statementDescriptorPrefix the account's prefix; suffixes share 22 characters with it
 */
public record EngineSettings(
    int confirmationsMax,
    Duration challengeLifetime,
    Duration balanceDelay,
    Duration processingDelay,
    Duration authorizationLifetime,
    Duration aftermathDelay,
    String statementDescriptorPrefix) {
  /** What the simulator uses unless told otherwise. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(
          20,
          Duration.ofHours(24),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofDays(7),
          Duration.ofSeconds(1),
          "OFFSESSION");
}
