package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * {@link ChargeState.Created} and {@link ChargeState.Processing}: the intent exists, no confirm of
 * ours is open, and the customer is not needed. Looks at it when due, and goes on from what it
 * sees.
 */
final class Resting {
  private Resting() {}

  static Decision on(Turn turn, ChargeState state, ChargeInput input) {
    Intent intent = state.intent().orElseThrow();
    return switch (input) {
      case ChargeInput.Due _ when Closings.mustClose(turn) -> Closings.close(turn);
      case ChargeInput.Due _ ->
          turn.ask(
              new Effect.FetchIntent(intent.id(), turn.charge().attempts().number()),
              "look at the intent");
      case ChargeInput.NoAnswer(Trouble trouble) -> Waits.troubled(turn, trouble);
      case ChargeInput.Refused(String code, _) -> Waits.refusedLook(turn, code);
      case ChargeInput.CustomerKnown _,
          ChargeInput.CustomerUnknown _,
          ChargeInput.Seen _,
          ChargeInput.Found _,
          ChargeInput.CancelAsked _ ->
          turn.stay("resting");
    };
  }

  static Decision seen(Turn turn, ChargeState.Created created, Evidence seen) {
    if (seen.source() != Evidence.Source.LOOK) {
      return turn.stay("no news");
    }
    if (Closings.mustClose(turn)) {
      return turn.lookAgainIn(turn.policy().looks().delay(2), "cancel again");
    }
    Card card = seen.card().orElse(created.card());
    Turn tried = turn.with(turn.charge().charging(Optional.of(card)));
    return switch (seen.verdict()) {
      case Verdict.Unpaid _ -> Confirmation.begin(turn, created.known(), created.card());
      case Verdict.Refused(Decline decline) -> Waits.refused(tried, seen, decline);
      case Verdict.CustomerActing _ -> Waits.authenticate(tried, created.known());
      case Verdict.Processing _ -> processing(tried);
      case Verdict.Paid _, Verdict.Canceled _, Verdict.Alien _ -> turn.stay("settled elsewhere");
    };
  }

  static Decision seen(Turn turn, ChargeState.Processing processing, Evidence seen) {
    boolean still = seen.verdict() instanceof Verdict.Processing;
    if (seen.source() != Evidence.Source.LOOK) {
      return still ? turn.stay("still processing") : turn.lookNow("a hint");
    }
    if (seen.verdict() instanceof Verdict.Refused(Decline decline)) {
      return Waits.refused(turn, seen, decline);
    }
    int looks = processing.looks() + 1;
    Charge next = turn.charge().in(new ChargeState.Processing(processing.known(), looks));
    return turn.with(next).lookAgainIn(turn.policy().looks().delay(looks), "still processing");
  }

  /** Stripe works on it. */
  static Decision processing(Turn turn) {
    Intent intent = turn.charge().intent().orElseThrow();
    Charge next =
        turn.charge()
            .in(new ChargeState.Processing(intent, 0))
            .waking(turn.now().plus(turn.policy().looks().delay(2)));
    return turn.tell(next, new ChargeEvent.What.Processing(), "processing");
  }
}
