package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * After a hard decline: another saved method of the customer, tried once on the same intent before
 * the customer is asked. Off unless the policy says so, and never for a request that names a
 * method.
 *
 * <p>While we find out whether there is one, the charge rests as a retry that is due at once and
 * whose own card is dead: a state like any other, so that a crash changes nothing.
 */
final class OtherCard {
  private OtherCard() {}

  /** True when one may be tried after this refusal of the card just charged. */
  static boolean mayHelp(Turn turn, Decline decline) {
    return turn.policy().retries().otherMethod()
        && turn.policy().retries().isHard(decline)
        && turn.charge().attempts().dead().size() == 1
        && turn.charge().request().namedMethod().isEmpty();
  }

  /** Asks whether there is one; nothing is told yet. */
  static Decision seek(Turn turn, Intent intent, Decline decline) {
    Instant now = turn.now();
    ChargeState next = new ChargeState.RetryScheduled(intent, decline, now);
    return turn.silently(
        turn.charge().in(next).waking(now),
        new Effect.AskCustomer(turn.charge().request().customer()),
        "refused, is there another saved card? " + decline.code());
  }

  /** The one to try, the newest first. */
  static Optional<Card> of(Turn turn, ChargeState.Waiting waiting, Customer customer) {
    return isSought(turn, waiting)
        ? customer.methods().stream()
            .filter(card -> !turn.charge().attempts().isDead(card.id()))
            .filter(card -> !Retries.isSpent(turn, customer, card))
            .findFirst()
        : Optional.empty();
  }

  static boolean isSought(Turn turn, ChargeState.Waiting waiting) {
    List<PaymentMethodId> dead = turn.charge().attempts().dead();
    return waiting instanceof ChargeState.RetryScheduled
        && waiting.next().isEmpty()
        && turn.charge().card().filter(card -> dead.contains(card.id())).isPresent();
  }
}
