package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and everything that became of it: the whole of what {@link ChargeRules} knows.
 *
 * @param receivedAt when we stored it, UTC
 * @param card the payment method tried last; empty before the first attempt
 * @param closing the wish to end it unpaid, until it has ended
 * @param sequence number of its latest event
 * @param wakeAt when somebody must look at it by itself, UTC; empty once it is final
 */
public record Charge(
    ChargeRequest request,
    Instant receivedAt,
    ChargeState state,
    Attempts attempts,
    Optional<Card> card,
    Optional<Closing> closing,
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
    return new Charge(request, receivedAt, next, attempts, card, closing, sequence, wakeAt);
  }

  Charge waking(Instant at) {
    return new Charge(
        request, receivedAt, state, attempts, card, closing, sequence, Optional.of(at));
  }

  Charge neverWaking() {
    return new Charge(
        request, receivedAt, state, attempts, card, closing, sequence, Optional.empty());
  }

  Charge with(Attempts next) {
    return new Charge(request, receivedAt, state, next, card, closing, sequence, wakeAt);
  }

  Charge charging(Optional<Card> next) {
    return new Charge(request, receivedAt, state, attempts, next, closing, sequence, wakeAt);
  }

  Charge closingBy(Closing wish) {
    return new Charge(
        request, receivedAt, state, attempts, card, Optional.of(wish), sequence, wakeAt);
  }

  Charge nextEvent() {
    return new Charge(request, receivedAt, state, attempts, card, closing, sequence + 1, wakeAt);
  }
}
