package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a charge is. {@link Creating} and {@link Confirming} are the unknown states: a question to
 * Stripe is open, and only Stripe's own word leaves them. "Needs the customer" is not "failed".
 *
 * <pre>
 * Received → Creating → Created → Confirming → Processing
 *                                              AuthenticationRequired
 *                                              PaymentMethodRequired
 *                                              RetryScheduled → Confirming …
 * final: Succeeded, Failed, Canceled, Expired, Rejected
 * </pre>
 */
public sealed interface ChargeState {

  /** The charge's one intent, from the moment we know it. */
  Optional<Intent> intent();

  /** A state that never changes again. */
  sealed interface Final extends ChargeState {}

  /** A state in which the intent rests unpaid: somebody else's turn, or time's. */
  sealed interface Waiting extends ChargeState {
    /** Why the money has not come. */
    Decline decline();

    /** A card that was not tried yet, to try as soon as the intent is seen to be free. */
    Optional<Card> next();

    /** When to try the old card again without the customer. */
    Optional<Instant> retry();
  }

  /** Stored; Stripe knows nothing of it. */
  record Received() implements ChargeState {
    @Override
    public Optional<Intent> intent() {
      return Optional.empty();
    }
  }

  /**
   * Stripe was asked to create the intent. No money can move yet.
   *
   * @param card to be charged with it
   * @param generation of the idempotency key
   */
  record Creating(StripeCustomerId customer, Card card, int generation, Asked asked)
      implements ChargeState {

    Creating asked(Asked other) {
      return new Creating(customer, card, generation, other);
    }

    @Override
    public Optional<Intent> intent() {
      return Optional.empty();
    }
  }

  /**
   * The intent exists and no confirm of ours is open.
   *
   * @param card to be charged with it
   */
  record Created(Intent known, Card card) implements ChargeState {
    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }
  }

  /**
   * Stripe was asked to confirm: money may move, or have moved.
   *
   * @param before the refusal that the intent showed before this attempt, to know old news by
   * @param cardWanted the customer was asked for another card already
   */
  record Confirming(
      Intent known, Card card, Optional<Decline> before, boolean cardWanted, Asked asked)
      implements ChargeState {

    Confirming asked(Asked other) {
      return new Confirming(known, card, before, cardWanted, other);
    }

    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }
  }

  /** Stripe and the bank work on it; nothing to do but look now and then. */
  record Processing(Intent known, int looks) implements ChargeState {
    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }
  }

  /** The bank wants the customer to approve this payment. */
  record AuthenticationRequired(Intent known, Decline decline, Optional<Card> next)
      implements Waiting {
    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }

    @Override
    public Optional<Instant> retry() {
      return Optional.empty();
    }
  }

  /** The customer must give another card; without an intent when none was ever saved. */
  record PaymentMethodRequired(
      Optional<Intent> intent, Decline decline, Optional<Card> next, Optional<Instant> retry)
      implements Waiting {}

  /**
   * Refused for now; tried again without the customer.
   *
   * @param cardIsLeft false once its card may not be tried any more: the customer is asked for
   *     another one as soon as the intent is seen to be free
   */
  record RetryScheduled(
      Intent known, Decline decline, Instant at, Optional<Card> next, boolean cardIsLeft)
      implements Waiting {

    RetryScheduled(Intent known, Decline decline, Instant at) {
      this(known, decline, at, Optional.empty(), true);
    }

    RetryScheduled withoutCard() {
      return new RetryScheduled(known, decline, at, next, false);
    }

    /** The customer was refused on the page; the plan stands. */
    RetryScheduled refusedWith(Decline other) {
      return new RetryScheduled(known, other, at, Optional.empty(), cardIsLeft);
    }

    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }

    @Override
    public Optional<Instant> retry() {
      return Optional.of(at);
    }
  }

  /** The money was collected. */
  record Succeeded(Intent known, Optional<StripeChargeId> charge, long receivedMinor)
      implements Final {
    @Override
    public Optional<Intent> intent() {
      return Optional.of(known);
    }
  }

  /** Given up; the intent is canceled. */
  record Failed(Optional<Intent> intent, Decline decline) implements Final {}

  /** Canceled before it was paid. */
  record Canceled(Optional<Intent> intent, String reason) implements Final {}

  /** Its deadline passed unpaid. */
  record Expired(Optional<Intent> intent) implements Final {}

  /** Not chargeable as it stands. */
  record Rejected(Rejection rejection) implements Final {
    @Override
    public Optional<Intent> intent() {
      return Optional.empty();
    }
  }
}
