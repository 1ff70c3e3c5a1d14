package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/** Trying again: when, and with which card. */
final class Retries {
  private Retries() {}

  /** A soft refusal: the time of the next try. */
  static Decision schedule(Turn turn, Intent intent, Decline decline, NextStep.TryAgain again) {
    ChargeState next = new ChargeState.RetryScheduled(intent, decline, again.at());
    return turn.tell(
        turn.charge().in(next).waking(again.at()),
        new ChargeEvent.What.RetryScheduled(
            decline, again.tell(), again.at(), turn.charge().attempts().number() + 1),
        "retry scheduled: " + decline.code());
  }

  /** Confirms the same intent again; another card starts the budget anew. */
  static Decision again(Turn turn, Intent intent, ChargeState.Waiting waiting, Card card) {
    Attempts attempts = turn.charge().attempts();
    Charge charge =
        waiting.next().isPresent()
            ? turn.charge().with(attempts.withNewCard(card.id()))
            : turn.charge();
    return Confirmation.begin(turn.with(charge), intent, card);
  }

  /** The card to try now that the intent is free; empty when it is not time. */
  static Optional<Card> cardToTry(Turn turn, ChargeState.Waiting waiting) {
    boolean retryDue = isDue(turn, waiting) && !hasNoCard(waiting);
    return waiting.next().or(() -> retryDue ? livingCard(turn) : Optional.empty());
  }

  /** True when only another card helps, and the customer does not know it yet. */
  static boolean hasNoCard(ChargeState.Waiting waiting) {
    return waiting instanceof ChargeState.RetryScheduled retry && !retry.cardIsLeft();
  }

  private static boolean isDue(Turn turn, ChargeState.Waiting waiting) {
    return waiting.retry().filter(at -> !turn.now().isBefore(at)).isPresent();
  }

  /** True when the old card's time has come, but it may not be tried any more. */
  static boolean isOver(Turn turn, ChargeState.Waiting waiting, Customer customer) {
    return isDue(turn, waiting)
        && livingCard(turn).filter(card -> !isSpent(turn, customer, card)).isEmpty();
  }

  static boolean isSpent(Turn turn, Customer customer, Card card) {
    return turn.policy().retries().isSpent(customer, card.id(), turn.now());
  }

  private static Optional<Card> livingCard(Turn turn) {
    Attempts attempts = turn.charge().attempts();
    return turn.charge().card().filter(card -> !attempts.isDead(card.id()));
  }

  /** A card that became the default since we chose one, if this charge may use it. */
  static Optional<Card> untried(Turn turn, ChargeState.Waiting waiting, Customer customer) {
    Charge charge = turn.charge();
    boolean named = charge.request().namedMethod().isPresent();
    boolean cardWanted = waiting instanceof ChargeState.PaymentMethodRequired;
    if (named && !cardWanted) {
      return Optional.empty();
    }
    return customer
        .defaultCard()
        .filter(_ -> !customer.defaultMethod().equals(charge.knownDefault()))
        .filter(card -> charge.card().map(tried -> !tried.id().equals(card.id())).orElse(true))
        .filter(card -> !isSpent(turn, customer, card));
  }

  static ChargeState.Waiting withNext(ChargeState.Waiting waiting, Optional<Card> next) {
    return switch (waiting) {
      case ChargeState.AuthenticationRequired w ->
          new ChargeState.AuthenticationRequired(w.known(), w.decline(), next);
      case ChargeState.PaymentMethodRequired w ->
          new ChargeState.PaymentMethodRequired(w.intent(), w.decline(), next, w.retry());
      case ChargeState.RetryScheduled w ->
          new ChargeState.RetryScheduled(w.known(), w.decline(), w.at(), next, w.cardIsLeft());
    };
  }

  /** When to look next if nothing happens: at the retry's time, or after a while. */
  static Charge restUntilDue(Turn turn, ChargeState.Waiting waiting) {
    Instant look = turn.nextLook(turn.policy().waitingLook());
    return turn.charge()
        .waking(
            waiting.retry().filter(at -> at.isAfter(turn.now()) && at.isBefore(look)).orElse(look));
  }
}
