package dev.offsession.charging.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The waiting states: the bank wants the customer, the customer must give a card, or a retry is due
 * later. Whoever acts first on the intent wins, and that may be the customer: we look before we
 * confirm again.
 */
final class Waits {
  private Waits() {}

  static Decision on(Turn turn, ChargeState.Waiting waiting, ChargeInput input) {
    return switch (input) {
      case ChargeInput.Due _ when Closings.mustClose(turn) -> Closings.close(turn);
      case ChargeInput.Due _ ->
          turn.ask(
              new Effect.AskCustomer(turn.charge().request().customer()), "is there another card?");
      case ChargeInput.CustomerKnown(Customer customer) -> customer(turn, waiting, customer);
      case ChargeInput.CustomerUnknown _ when OtherCard.isSought(turn, waiting) ->
          over(turn, waiting);
      case ChargeInput.CustomerUnknown _ -> lookIfDue(turn, waiting);
      case ChargeInput.NoAnswer(Trouble trouble) -> troubled(turn, trouble);
      case ChargeInput.Refused(String code, _) -> refusedLook(turn, code);
      case ChargeInput.Seen _, ChargeInput.Found _, ChargeInput.CancelAsked _ ->
          turn.stay("waiting");
    };
  }

  static Decision seen(Turn turn, ChargeState.Waiting waiting, Evidence seen) {
    boolean sameRefusal =
        seen.verdict() instanceof Verdict.Refused(Decline decline)
            && decline.isSameRefusalAs(waiting.decline());
    boolean nothingNew = sameRefusal || seen.verdict() instanceof Verdict.Unpaid;
    if (seen.source() != Evidence.Source.LOOK) {
      return nothingNew ? turn.stay("known") : turn.lookNow("a hint");
    }
    if (Closings.mustClose(turn)) {
      return turn.lookAgainIn(turn.policy().looks().delay(2), "cancel again");
    }
    return nothingNew ? free(turn, waiting) : acted(turn, waiting, seen);
  }

  /** The bank or Stripe refused: what now is the policy's word. */
  static Decision refused(Turn turn, Evidence seen, Decline decline) {
    Card card = turn.charge().card().or(seen::card).orElseThrow();
    RetryPolicy retries = turn.policy().retries();
    Attempts counted = turn.charge().attempts().declined(turn.now());
    Attempts attempts = retries.isHard(decline) ? counted.without(card.id()) : counted;
    Turn next = turn.with(turn.charge().with(attempts).charging(Optional.of(card)));
    Decision decision = afterRefusal(next, card, decline);
    return retries.isAgainstTheCard(decline)
        ? next.noting(decision, new CardRefusal(card.id(), turn.tryName(), turn.now()))
        : decision;
  }

  private static Decision afterRefusal(Turn turn, Card card, Decline decline) {
    Charge charge = turn.charge();
    Intent intent = charge.intent().orElseThrow();
    if (Closings.mustClose(turn)) {
      ChargeState created = new ChargeState.Created(intent, card);
      return Closings.close(turn.with(charge.in(created)));
    }
    NextStep step =
        turn.policy()
            .retries()
            .after(decline, charge.attempts(), turn.now(), charge.deadline(turn.policy()));
    return switch (step) {
      case NextStep.TryAgain again -> Retries.schedule(turn, intent, decline, again);
      case NextStep.Authenticate(CustomerMessage tell) -> authenticate(turn, intent, decline, tell);
      case NextStep.AskForCard _ when OtherCard.mayHelp(turn, decline) ->
          OtherCard.seek(turn, intent, decline);
      case NextStep.AskForCard ask -> askForCard(turn, Optional.of(intent), decline, ask);
      case NextStep.GiveUp _ -> Closings.giveUp(turn, intent, card, decline);
    };
  }

  /**
   * The customer must give another card; perhaps one has come meanwhile, so we ask once more. Who
   * was asked already is not asked again because a late retry of the old card failed too.
   */
  static Decision askForCard(
      Turn turn, Optional<Intent> intent, Decline decline, NextStep.AskForCard ask) {
    ChargeState state = turn.charge().state();
    boolean askedAlready =
        state instanceof ChargeState.PaymentMethodRequired
            || (state instanceof ChargeState.Confirming confirming && confirming.cardWanted());
    Charge next =
        resting(
            turn,
            new ChargeState.PaymentMethodRequired(
                intent, decline, Optional.empty(), ask.lateRetry()));
    Effect.Question question = new Effect.AskCustomer(turn.charge().request().customer());
    String why = "new card needed: " + decline.code();
    return askedAlready
        ? turn.silently(next, question, why)
        : turn.tellAndAsk(
            next, new ChargeEvent.What.PaymentMethodRequired(decline, ask.tell()), question, why);
  }

  /** An attempt of ours met the customer at the bank's door: it is the customer's turn. */
  static Decision customerActing(Turn turn, ChargeState.Confirming confirming) {
    if (Closings.mustClose(turn)) {
      ChargeState created = new ChargeState.Created(confirming.known(), confirming.card());
      return Closings.close(turn.with(turn.charge().in(created)));
    }
    return authenticate(turn, confirming.known());
  }

  static Decision authenticate(Turn turn, Intent intent) {
    return authenticate(
        turn, intent, Decline.of("authentication_required"), CustomerMessage.AUTHENTICATION);
  }

  /** Stripe did not answer our look or our cancel: later, and later each time. */
  static Decision troubled(Turn turn, Trouble trouble) {
    Charge next = trouble.isUntouched() ? turn.charge() : turn.charge().unanswered();
    return turn.unanswered(next, next.unansweredLooks(), trouble);
  }

  /** Stripe refuses to show or cancel an intent of ours: a person must look. */
  static Decision refusedLook(Turn turn, String code) {
    return turn.alarming(
        turn.lookAgainIn(turn.policy().waitingLook(), "refused: " + code),
        AlarmKind.REFUSED_BY_STRIPE,
        code);
  }

  private static Decision authenticate(
      Turn turn, Intent intent, Decline decline, CustomerMessage tell) {
    ChargeState.Waiting next =
        new ChargeState.AuthenticationRequired(intent, decline, Optional.empty());
    return turn.tell(
        resting(turn, next),
        new ChargeEvent.What.AuthenticationRequired(decline, tell),
        "customer needed: " + decline.code());
  }

  private static Charge resting(Turn turn, ChargeState.Waiting state) {
    return Retries.restUntilDue(turn.with(turn.charge().in(state)), state);
  }

  /**
   * A card that was not tried yet is tried; else the intent is looked at when its time has come.
   */
  private static Decision customer(Turn turn, ChargeState.Waiting waiting, Customer customer) {
    Optional<Card> card =
        Retries.untried(turn, waiting, customer).or(() -> OtherCard.of(turn, waiting, customer));
    if (card.isPresent() && waiting.intent().isEmpty()) {
      return Starting.create(turn, customer, card.get());
    }
    if (card.isPresent()) {
      return turn.silently(
          turn.charge().in(Retries.withNext(waiting, card)).knowing(customer),
          look(turn, waiting.intent().orElseThrow()),
          "another card: look first");
    }
    return waiting.next().isEmpty() && Retries.isOver(turn, waiting, customer)
        ? over(turn, waiting)
        : lookIfDue(turn, waiting);
  }

  /**
   * The old card may not be tried any more. Before the customer is asked for another one we look:
   * they may have paid, or be at it. Who was asked already hears nothing.
   */
  private static Decision over(Turn turn, ChargeState.Waiting waiting) {
    return waiting instanceof ChargeState.RetryScheduled retry
        ? turn.silently(
            turn.charge().in(retry.withoutCard()),
            look(turn, retry.known()),
            "no card to try: look first")
        : askInstead(turn, waiting);
  }

  /** The retry is dropped, and the customer asked. */
  private static Decision askInstead(Turn turn, ChargeState.Waiting waiting) {
    DeclineAdvice advice = turn.policy().retries().declines().advise(waiting.decline());
    return askForCard(
        turn,
        waiting.intent(),
        waiting.decline(),
        new NextStep.AskForCard(advice.tell().finallySaid(), Optional.empty()));
  }

  private static Decision lookIfDue(Turn turn, ChargeState.Waiting waiting) {
    boolean due = !turn.charge().wakeAt().orElse(turn.now()).isAfter(turn.now());
    if (!due) {
      return turn.stay("nothing new");
    }
    return waiting
        .intent()
        .map(intent -> turn.ask(look(turn, intent), "look at the intent"))
        .orElseGet(() -> new Decision(resting(turn, waiting), List.of(), "still no card"));
  }

  private static Effect.Question look(Turn turn, Intent intent) {
    return new Effect.FetchIntent(intent.id(), turn.charge().attempts().number());
  }

  /** We looked, and nobody uses the intent: our turn, if there is something to try. */
  private static Decision free(Turn turn, ChargeState.Waiting waiting) {
    return Retries.cardToTry(turn, waiting)
        .map(card -> Retries.again(turn, waiting.intent().orElseThrow(), waiting, card))
        .orElseGet(() ->
            Retries.hasNoCard(waiting)
                ? askInstead(turn, waiting)
                : turn.with(Retries.restUntilDue(turn, waiting)).stay("nothing new"));
  }

  /** We looked, and the customer or Stripe has done something. */
  private static Decision acted(Turn turn, ChargeState.Waiting waiting, Evidence seen) {
    return switch (seen.verdict()) {
      case Verdict.CustomerActing _ -> letAct(turn, waiting);
      case Verdict.Processing _ -> Resting.processing(turn);
      case Verdict.Refused(Decline decline) -> customerRefused(turn, waiting, seen, decline);
      case Verdict.Unpaid _, Verdict.Paid _, Verdict.Canceled _, Verdict.Alien _ ->
          turn.stay("settled elsewhere");
    };
  }

  /**
   * Stripe's event will tell how it went. Somebody who went away in the middle leaves the intent so
   * for ever, so a retry that is due looks less and less often, and the rest has time.
   */
  private static Decision letAct(Turn turn, ChargeState.Waiting waiting) {
    Policy policy = turn.policy();
    Duration dueSince =
        waiting
            .retry()
            .map(at -> Duration.between(at, turn.now()))
            .filter(since -> !since.isNegative())
            .orElse(policy.waitingLook());
    Duration wait = shorter(longer(dueSince, policy.customerActing()), policy.waitingLook());
    return new Decision(
        turn.charge().waking(turn.nextLook(wait)), List.of(), "the customer is at it");
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * The customer tried and was refused: they know; from us they need a card that works. A retry
   * that was planned stays one of the card it was planned for.
   */
  private static Decision customerRefused(
      Turn turn, ChargeState.Waiting waiting, Evidence seen, Decline decline) {
    Turn tried = turn.with(turn.charge().charging(seen.card().or(turn.charge()::card)));
    DeclineAdvice advice = turn.policy().retries().declines().advise(decline);
    return switch (waiting) {
      case ChargeState.AuthenticationRequired w when advice.kind() == DeclineClass.AUTH ->
          quietly(
              tried, new ChargeState.AuthenticationRequired(w.known(), decline, Optional.empty()));
      case ChargeState.AuthenticationRequired w ->
          askForCard(
              tried,
              Optional.of(w.known()),
              decline,
              new NextStep.AskForCard(advice.tell().finallySaid(), Optional.empty()));
      case ChargeState.PaymentMethodRequired w ->
          quietly(
              tried,
              new ChargeState.PaymentMethodRequired(
                  w.intent(), decline, Optional.empty(), Optional.empty()));
      case ChargeState.RetryScheduled w -> quietly(turn, w.refusedWith(decline));
    };
  }

  private static Decision quietly(Turn turn, ChargeState.Waiting next) {
    Turn changed = turn.with(turn.charge().in(next));
    return changed.with(Retries.restUntilDue(changed, next)).stay("the customer was refused");
  }
}
