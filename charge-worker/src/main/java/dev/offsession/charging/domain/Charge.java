package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and everything that became of it: the whole of what {@link ChargeRules} knows.
 *
 * @param receivedAt when we stored it, UTC
 * @param card the payment method tried last; empty before the first attempt
 * @param knownDefault the customer's default method when we last chose a card; another one since is
 *     the customer's act
 * @param closing the wish to end it unpaid, until it has ended
 * @param unansweredLooks how often in a row Stripe did not answer a look or a cancel while no
 *     question of ours was open; 0 once it did
 * @param sequence number of its latest event
 * @param wakeAt when somebody must look at it by itself, UTC; empty once it is final
 */
public record Charge(
    ChargeRequest request,
    Instant receivedAt,
    ChargeState state,
    Attempts attempts,
    Optional<Card> card,
    Optional<PaymentMethodId> knownDefault,
    Optional<Closing> closing,
    int unansweredLooks,
    long sequence,
    Optional<Instant> wakeAt) {

  /** A charge that was just taken in and waits for its first look. */
  public static Charge received(ChargeRequest request, Instant now) {
    return new Charge(
        request,
        now,
        new ChargeState.Received(),
        Attempts.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.of(now));
  }

  /** The upstream system's id. */
  public ChargeRequestId id() {
    return request.id();
  }

  /** The charge's one intent, from the moment we know it. */
  public Optional<Intent> intent() {
    return state.intent();
  }

  /** The name of the state. */
  public StateName stateName() {
    return StateName.of(state);
  }

  /** True once nothing can change any more. */
  public boolean isFinal() {
    return state instanceof ChargeState.Final;
  }

  /** When the charge gives up: the request's own deadline, or the policy's. */
  public Instant deadline(Policy policy) {
    return deadline(policy.defaultDeadline());
  }

  Instant deadline(Duration otherwise) {
    return request.expiresAt().orElseGet(() -> receivedAt.plus(otherwise));
  }

  /** Keys for its questions to Stripe. */
  IdempotencyKeys keys() {
    return IdempotencyKeys.of(id());
  }

  Charge in(ChargeState next) {
    return copy(next, attempts, card, closing, wakeAt);
  }

  Charge waking(Instant at) {
    return copy(state, attempts, card, closing, Optional.of(at));
  }

  Charge neverWaking() {
    return copy(state, attempts, card, closing, Optional.empty());
  }

  Charge with(Attempts next) {
    return copy(state, next, card, closing, wakeAt);
  }

  Charge charging(Optional<Card> next) {
    return copy(state, attempts, next, closing, wakeAt);
  }

  Charge closingBy(Closing wish) {
    return copy(state, attempts, card, Optional.of(wish), wakeAt);
  }

  Charge knowing(Customer customer) {
    return new Charge(
        request,
        receivedAt,
        state,
        attempts,
        card,
        customer.defaultMethod(),
        closing,
        unansweredLooks,
        sequence,
        wakeAt);
  }

  Charge nextEvent() {
    return counting(unansweredLooks, sequence + 1);
  }

  /** One more look without an answer. */
  Charge unanswered() {
    return counting(unansweredLooks + 1, sequence);
  }

  /** Stripe answered. */
  Charge answered() {
    return unansweredLooks == 0 ? this : counting(0, sequence);
  }

  private Charge counting(int looks, long events) {
    return new Charge(
        request, receivedAt, state, attempts, card, knownDefault, closing, looks, events, wakeAt);
  }

  private Charge copy(
      ChargeState nextState,
      Attempts nextAttempts,
      Optional<Card> nextCard,
      Optional<Closing> nextClosing,
      Optional<Instant> nextWake) {
    return new Charge(
        request,
        receivedAt,
        nextState,
        nextAttempts,
        nextCard,
        knownDefault,
        nextClosing,
        unansweredLooks,
        sequence,
        nextWake);
  }
}
