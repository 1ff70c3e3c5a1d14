package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a charge was tried.
 *
 * @param number number of the latest confirm, 0 before the first; rises only after a definite
 *     answer to the one before
 * @param declines definite refusals since the customer last acted (gave a card, say)
 * @param firstDecline when the first of those was
 * @param dead methods that a bank refused for good, until the customer chooses them again
 */
public record Attempts(
    int number, int declines, Optional<Instant> firstDecline, List<PaymentMethodId> dead) {
  public static final Attempts NONE = new Attempts(0, 0, Optional.empty(), List.of());

  public Attempts {
    dead = List.copyOf(dead);
  }

  Attempts next() {
    return new Attempts(number + 1, declines, firstDecline, dead);
  }

  Attempts declined(Instant at) {
    return new Attempts(number, declines + 1, Optional.of(firstDecline.orElse(at)), dead);
  }

  /** Another card was chosen: the budget of retries starts anew. */
  Attempts withNewCard(PaymentMethodId chosen) {
    return new Attempts(
        number,
        0,
        Optional.empty(),
        dead.stream().filter(method -> !method.equals(chosen)).toList());
  }

  Attempts without(PaymentMethodId method) {
    return isDead(method)
        ? this
        : new Attempts(
            number,
            declines,
            firstDecline,
            Stream.concat(dead.stream(), Stream.of(method)).toList());
  }

  boolean isDead(PaymentMethodId method) {
    return dead.contains(method);
  }
}
