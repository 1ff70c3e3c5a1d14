package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/** What to do after a refusal. */
public sealed interface NextStep {
  /** What the customer may read about it. */
  CustomerMessage tell();

  /** Try again without the customer. */
  record TryAgain(CustomerMessage tell, Instant at) implements NextStep {}

  /** Let the customer approve this payment. */
  record Authenticate(CustomerMessage tell) implements NextStep {}

  /**
   * Let the customer give another card.
   *
   * @param lateRetry when to try the old one again all the same, where that may help
   */
  record AskForCard(CustomerMessage tell, Optional<Instant> lateRetry) implements NextStep {}

  /** Cancel the intent and end the charge. */
  record GiveUp(CustomerMessage tell) implements NextStep {}
}
