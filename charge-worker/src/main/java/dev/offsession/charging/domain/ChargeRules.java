package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;

/**
 * What happens to the money: the one function that moves every charge. Pure and total; the caller
 * brings the clock, stores the decision, and only then acts on it.
 *
 * <p>The protocol in five sentences. One request has one PaymentIntent for ever: it is created
 * unconfirmed, its id is stored, then it is confirmed, again and again if need be, and Stripe lets
 * it succeed only once. A question without an answer is settled by looking, never by guessing. The
 * end that Stripe names (paid, canceled) counts from whatever source; anything less counts only as
 * the answer to our own attempt, or when we look. Nothing ends unpaid before its intent is
 * canceled, and if the cancel is refused because it was paid, it was paid. The customer's own acts
 * on the same intent go first: before each later attempt we look.
 */
public final class ChargeRules {
  private ChargeRules() {}

  /** Takes in a new request: rejected at once, or accepted and due. */
  public static Decision accept(
      ChargeRequest request, RequestRules rules, Policy policy, Instant now) {
    Charge fresh = Charge.received(request, now);
    Turn turn = new Turn(fresh, policy, now);
    Decision decision =
        rules
            .check(request)
            .map(rejection -> Starting.reject(turn, rejection))
            .orElseGet(() -> turn.tell(fresh, new ChargeEvent.What.Accepted(), "accepted"));
    Invariants.checkBirth(decision);
    return decision;
  }

  /** Moves a charge: same arguments, same decision. */
  public static Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
    Decision decision = byState(new Turn(heard(charge, input), policy, now), input);
    Invariants.check(charge, input, decision);
    return decision;
  }

  /** Stripe's own answer ends a row of looks without one. */
  private static Charge heard(Charge charge, ChargeInput input) {
    boolean answered =
        input instanceof ChargeInput.Refused
            || (input instanceof ChargeInput.Seen(Evidence seen)
                && seen.source() != Evidence.Source.EVENT);
    return answered && !charge.isFinal() ? charge.answered() : charge;
  }

  private static Decision byState(Turn turn, ChargeInput input) {
    if (input instanceof ChargeInput.Seen(Evidence seen)) {
      return bySight(turn, seen);
    }
    if (input instanceof ChargeInput.CancelAsked(String reason)) {
      return Closings.cancel(turn, reason);
    }
    return switch (turn.charge().state()) {
      case ChargeState.Final _ -> turn.stay("already final");
      case ChargeState.Received _ -> Starting.on(turn, input);
      case ChargeState.Creating creating -> Creation.on(turn, creating, input);
      case ChargeState.Created created -> Resting.on(turn, created, input);
      case ChargeState.Confirming confirming -> Confirmation.on(turn, confirming, input);
      case ChargeState.Processing processing -> Resting.on(turn, processing, input);
      case ChargeState.Waiting waiting -> Waits.on(turn, waiting, input);
    };
  }

  /** The intent was seen. Ends count from whatever source; the rest is judged by the state. */
  private static Decision bySight(Turn turn, Evidence seen) {
    if (seen.verdict() instanceof Verdict.Alien(String difference)) {
      return Sights.alien(turn, difference);
    }
    if (!Sights.isOfThisCharge(turn.charge(), seen)) {
      return Sights.stranger(turn, seen);
    }
    if (turn.charge().state() instanceof ChargeState.Final) {
      return turn.stay("already final");
    }
    return switch (seen.verdict()) {
      case Verdict.Paid paid -> Sights.paid(turn, seen, paid);
      case Verdict.Canceled(String reason) -> Sights.canceled(turn, seen, reason);
      case Verdict.Unpaid _,
          Verdict.Refused _,
          Verdict.CustomerActing _,
          Verdict.Processing _,
          Verdict.Alien _ ->
          unfinished(turn, seen);
    };
  }

  private static Decision unfinished(Turn turn, Evidence seen) {
    return switch (turn.charge().state()) {
      case ChargeState.Final _, ChargeState.Received _ -> turn.stay("nothing to do");
      case ChargeState.Creating creating -> Creation.seen(turn, creating, seen, List.of());
      case ChargeState.Created created -> Resting.seen(turn, created, seen);
      case ChargeState.Confirming confirming -> Confirmation.seen(turn, confirming, seen);
      case ChargeState.Processing processing -> Resting.seen(turn, processing, seen);
      case ChargeState.Waiting waiting -> Waits.seen(turn, waiting, seen);
    };
  }
}
