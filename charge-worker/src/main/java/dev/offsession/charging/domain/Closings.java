package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/**
 * How a charge ends unpaid: the wish is noted, a confirm in flight is waited for, the intent is
 * canceled, and Stripe's word that it is canceled is the end.
 */
final class Closings {
  private Closings() {}

  /** Somebody wants it canceled. */
  static Decision cancel(Turn turn, String reason) {
    if (turn.charge().isFinal() || turn.closing().isPresent()) {
      return turn.stay("cancel: too late or already closing");
    }
    Turn next = turn.with(turn.charge().closingBy(new Closing.Cancel(reason)));
    return isOpen(turn.charge().state())
        ? new Decision(next.charge(), List.of(), "cancel when the open question is settled")
        : close(next);
  }

  /** The deadline passed. */
  static Decision expire(Turn turn) {
    return close(turn.with(turn.charge().closingBy(new Closing.Expire())));
  }

  /** Nothing helps any more. */
  static Decision giveUp(Turn turn, Intent intent, Card card, Decline decline) {
    Charge charge = turn.charge().in(new ChargeState.Created(intent, card));
    Closing wish = turn.closing().orElseGet(() -> new Closing.GiveUp(decline));
    return close(turn.with(charge.closingBy(wish)));
  }

  /** True when the charge must not be confirmed any more. */
  static boolean mustClose(Turn turn) {
    return turn.closing().isPresent() || turn.isPastDeadline();
  }

  /** Goes on with ending: cancels the intent, or ends at once where there is none. */
  static Decision close(Turn turn) {
    Closing wish = turn.closing().orElseGet(Closing.Expire::new);
    Charge charge = turn.charge().closingBy(wish);
    Optional<Intent> intent = charge.intent();
    return intent.isEmpty()
        ? end(turn.with(charge), wish, intent)
        : turn.silently(
            charge.waking(turn.now()),
            new Effect.CancelIntent(intent.get().id()),
            "cancel the intent first");
  }

  /** The intent can never be paid now: the end that was wished for. */
  static Decision end(Turn turn, Closing wish, Optional<Intent> intent) {
    return switch (wish) {
      case Closing.Cancel(String reason) ->
          turn.finish(
              new ChargeState.Canceled(intent, reason),
              new ChargeEvent.What.Canceled(reason),
              "canceled");
      case Closing.Expire _ ->
          turn.finish(new ChargeState.Expired(intent), new ChargeEvent.What.Expired(), "expired");
      case Closing.GiveUp(Decline decline) ->
          turn.finish(
              new ChargeState.Failed(intent, decline),
              new ChargeEvent.What.Failed(decline, tell(turn, decline)),
              "failed: " + decline.code());
    };
  }

  private static CustomerMessage tell(Turn turn, Decline decline) {
    return turn.policy().retries().declines().advise(decline).tell().finallySaid();
  }

  private static boolean isOpen(ChargeState state) {
    return state instanceof ChargeState.Creating || state instanceof ChargeState.Confirming;
  }
}
