package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * {@link ChargeState.Confirming}: money may move or have moved. Only the answer to this attempt, or
 * a look, settles it; a look that shows no trace of the attempt sends it again under the same key.
 */
final class Confirmation {
  private Confirmation() {}

  /** Confirms with the next attempt number: only after the one before was settled. */
  static Decision begin(Turn turn, Intent intent, Card card) {
    ChargeState before = turn.charge().state();
    Optional<Decline> refusal =
        before instanceof ChargeState.Waiting waiting
            ? Optional.of(waiting.decline())
            : Optional.empty();
    boolean cardWanted =
        before instanceof ChargeState.PaymentMethodRequired wanted && wanted.next().isEmpty();
    return send(
        turn,
        new ChargeState.Confirming(intent, card, refusal, cardWanted, Asked.at(turn.now())),
        turn.charge().attempts().next());
  }

  static Decision on(Turn turn, ChargeState.Confirming confirming, ChargeInput input) {
    return switch (input) {
      case ChargeInput.Due _ ->
          turn.ask(
              new Effect.FetchIntent(confirming.known().id(), turn.charge().attempts().number()),
              "look at the unanswered attempt");
      case ChargeInput.NoAnswer(Trouble trouble) -> unanswered(turn, confirming, trouble);
      case ChargeInput.Refused(String code, Optional<String> param) ->
          refused(turn, confirming, code, param);
      case ChargeInput.CustomerKnown _,
          ChargeInput.CustomerUnknown _,
          ChargeInput.Seen _,
          ChargeInput.Found _,
          ChargeInput.CancelAsked _ ->
          turn.stay("confirming");
    };
  }

  static Decision seen(Turn turn, ChargeState.Confirming confirming, Evidence seen) {
    if (seen.attempt() != turn.charge().attempts().number()) {
      return turn.stay("of another attempt");
    }
    if (seen.source() == Evidence.Source.EVENT && confirming.asked().isAwaited()) {
      return turn.stay("the answer is on its way");
    }
    return switch (seen.verdict()) {
      case Verdict.Unpaid _ -> noTrace(turn, confirming, seen);
      case Verdict.Refused(Decline decline) when isOld(confirming, seen, decline) ->
          noTrace(turn, confirming, seen);
      case Verdict.Refused(Decline decline) -> Waits.refused(turn, seen, decline);
      case Verdict.CustomerActing _ -> Waits.customerActing(turn, confirming);
      case Verdict.Processing _ -> Resting.processing(turn);
      case Verdict.Paid _, Verdict.Canceled _, Verdict.Alien _ -> turn.stay("settled elsewhere");
    };
  }

  private static boolean isOld(ChargeState.Confirming confirming, Evidence seen, Decline decline) {
    return seen.source() == Evidence.Source.LOOK
        && confirming.before().filter(decline::isSameRefusalAs).isPresent();
  }

  /**
   * We looked, and the attempt has left no trace: it may still come, so the same key goes again.
   */
  private static Decision noTrace(Turn turn, ChargeState.Confirming confirming, Evidence seen) {
    if (seen.source() != Evidence.Source.LOOK) {
      return turn.stay("no news");
    }
    if (Closings.mustClose(turn)) {
      ChargeState created = new ChargeState.Created(confirming.known(), confirming.card());
      return Closings.close(turn.with(turn.charge().in(created)));
    }
    Attempts attempts = turn.charge().attempts();
    return confirming.asked().endedIn(Trouble.SERVER_ERROR)
        ? send(turn, again(turn, confirming), attempts.next())
        : turn.ask(question(turn, confirming, attempts.number()), "confirm again, same key");
  }

  /** Stripe saved its own error under the old key and replays it: only a new key can go on. */
  private static ChargeState.Confirming again(Turn turn, ChargeState.Confirming confirming) {
    Asked asked = new Asked(turn.now(), confirming.asked().looks(), Optional.empty());
    return confirming.asked(asked);
  }

  private static Decision send(Turn turn, ChargeState.Confirming confirming, Attempts attempts) {
    Charge next =
        turn.charge()
            .in(confirming)
            .with(attempts)
            .charging(Optional.of(confirming.card()))
            .waking(turn.now());
    return turn.silently(
        next,
        question(turn, confirming, attempts.number()),
        "confirm, attempt " + attempts.number());
  }

  private static Effect.Question question(
      Turn turn, ChargeState.Confirming confirming, int attempt) {
    return new Effect.ConfirmIntent(
        turn.keys().confirm(attempt), confirming.known().id(), confirming.card().id(), attempt);
  }

  private static Decision unanswered(
      Turn turn, ChargeState.Confirming confirming, Trouble trouble) {
    Asked asked = confirming.asked().troubled(trouble);
    return turn.unanswered(turn.charge().in(confirming.asked(asked)), asked.looks(), trouble);
  }

  /** Stripe refused the question itself: this card cannot be used, or the question is wrong. */
  private static Decision refused(
      Turn turn, ChargeState.Confirming confirming, String code, Optional<String> param) {
    if (Closings.mustClose(turn)) {
      ChargeState created = new ChargeState.Created(confirming.known(), confirming.card());
      return Closings.close(turn.with(turn.charge().in(created)));
    }
    Decline decline = Decline.of(code);
    boolean theCard =
        code.startsWith("payment_method") || param.filter("payment_method"::equals).isPresent();
    return theCard
        ? Waits.askForCard(
            turn,
            Optional.of(confirming.known()),
            decline,
            new NextStep.AskForCard(CustomerMessage.GENERIC_DECLINE, Optional.empty()))
        : turn.alarming(
            Closings.giveUp(turn, confirming.known(), confirming.card(), decline),
            AlarmKind.REFUSED_BY_STRIPE,
            code);
  }
}
