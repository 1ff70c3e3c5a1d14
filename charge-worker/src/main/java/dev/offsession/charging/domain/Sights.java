package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/**
 * Sights of an intent that mean the same in every state: the end, and intents that are not ours.
 */
final class Sights {
  private Sights() {}

  /** The id that the charge has or may still take, billing the charge's own customer. */
  static boolean isOfThisCharge(Charge charge, Evidence seen) {
    boolean id = charge.intent().map(intent -> intent.id().equals(seen.intent())).orElse(true);
    return id && customerOf(charge).equals(seen.customer()) && seen.customer().isPresent();
  }

  /** Whom Stripe was told to bill; empty before it was told. */
  private static Optional<StripeCustomerId> customerOf(Charge charge) {
    return charge.state() instanceof ChargeState.Creating creating
        ? Optional.of(creating.customer())
        : charge.intent().map(Intent::customer);
  }

  /** The money was collected. */
  static Decision paid(Turn turn, Evidence seen, Verdict.Paid paid) {
    Intent intent = intentOf(turn.charge(), seen);
    Optional<Card> known = turn.charge().card();
    Charge charge =
        turn.charge().charging(seen.card().map(card -> card.orAsKnown(known)).or(() -> known));
    return turn.with(charge)
        .finish(
            new ChargeState.Succeeded(intent, paid.charge(), paid.receivedMinor()),
            new ChargeEvent.What.Succeeded(paid.charge(), paid.receivedMinor()),
            "paid, seen by " + seen.source());
  }

  /** The intent can never be paid: our wish, or somebody else's act at Stripe. */
  static Decision canceled(Turn turn, Evidence seen, String reason) {
    Closing wish =
        turn.closing().orElseGet(() -> new Closing.Cancel("canceled at Stripe: " + reason));
    return Closings.end(turn, wish, Optional.of(intentOf(turn.charge(), seen)));
  }

  /** Not what was asked for: nothing moves until a person has looked. */
  static Decision alien(Turn turn, String difference) {
    if (turn.charge().isFinal()) {
      return turn.stay("already final");
    }
    return turn.alarming(
        turn.lookAgainIn(turn.policy().waitingLook(), "alien intent: " + difference),
        AlarmKind.ALIEN_INTENT,
        difference);
  }

  /** Carries our request's id but is not this charge's intent: made twice, or made by others. */
  static Decision stranger(Turn turn, Evidence seen) {
    Decision stay = turn.stay("another intent");
    String id = seen.intent().value();
    return switch (seen.verdict()) {
      case Verdict.Canceled _ -> stay;
      case Verdict.Paid _ -> turn.alarming(stay, AlarmKind.PAID_AFTER_END, id);
      case Verdict.Unpaid _ when isOurOrphan(turn.charge(), seen) ->
          new Decision(
              turn.charge(),
              List.of(
                  new Effect.Discard(seen.intent()), new Effect.Alarm(AlarmKind.SECOND_INTENT, id)),
              "discard the second intent");
      case Verdict.Unpaid _,
          Verdict.Refused _,
          Verdict.CustomerActing _,
          Verdict.Processing _,
          Verdict.Alien _ ->
          turn.alarming(stay, AlarmKind.SECOND_INTENT, id);
    };
  }

  /** Created by a key of ours whose answer was lost: for the same customer, and not the one. */
  private static boolean isOurOrphan(Charge charge, Evidence seen) {
    boolean other = charge.intent().map(one -> !one.id().equals(seen.intent())).orElse(true);
    return other
        && !(charge.state() instanceof ChargeState.Received)
        && customerOf(charge).map(Optional::of).map(seen.customer()::equals).orElse(true);
  }

  private static Intent intentOf(Charge charge, Evidence seen) {
    return charge
        .intent()
        .orElseGet(() -> new Intent(seen.intent(), seen.customer().orElseThrow()));
  }
}
