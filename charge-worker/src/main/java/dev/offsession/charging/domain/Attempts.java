package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a charge was tried.
 *
 * @param number number of the latest confirm, 0 before the first; rises only after a definite
 *     answer to the one before
 * @param declines definite refusals since the customer last acted (gave a card, say)
 * @param firstDecline when the first of those was
 */
public record Attempts(int number, int declines, Optional<Instant> firstDecline) {
  public static final Attempts NONE = new Attempts(0, 0, Optional.empty());

  Attempts next() {
    return new Attempts(number + 1, declines, firstDecline);
  }

  Attempts declined(Instant at) {
    return new Attempts(number, declines + 1, Optional.of(firstDecline.orElse(at)));
  }

  /** The customer gave another card: the budget of retries starts anew. */
  Attempts withNewCard() {
    return new Attempts(number, 0, Optional.empty());
  }
}
