package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link ChargeState.Creating}: no money can move, but the intent may exist without our knowing it.
 * The same key is sent again while it surely means the same intent; after an error that Stripe
 * saved under the key, or when the key is old, we look for the intent first.
 */
final class Creation {
  /**
   * Stripe's clock and ours may differ by this much. More would cost a page of Stripe's list for
   * every hundred intents of the customer; less would miss an intent, and make one too many, which
   * nobody confirms.
   */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

  private Creation() {}

  static Decision on(Turn turn, ChargeState.Creating creating, ChargeInput input) {
    return switch (input) {
      case ChargeInput.Due _ when mustLook(turn, creating) ->
          turn.ask(find(turn, creating), "look for the intent");
      case ChargeInput.Due _ -> turn.ask(question(turn, creating), "create again, same key");
      case ChargeInput.Found(List<Evidence> intents) -> found(turn, creating, intents);
      case ChargeInput.NoAnswer(Trouble trouble) -> unanswered(turn, creating, trouble);
      case ChargeInput.Refused(String code, _) -> refused(turn, code);
      case ChargeInput.CustomerKnown _,
          ChargeInput.CustomerUnknown _,
          ChargeInput.Seen _,
          ChargeInput.CancelAsked _ ->
          turn.stay("creating");
    };
  }

  static Effect.Question question(Turn turn, ChargeState.Creating creating) {
    return new Effect.CreateIntent(
        turn.keys().create(creating.generation()), creating.customer(), turn.charge().request());
  }

  /** The intent exists: from now on it is the one, for ever. */
  static Decision seen(
      Turn turn, ChargeState.Creating creating, Evidence seen, List<Effect> others) {
    if (seen.source() == Evidence.Source.EVENT && creating.asked().isAwaited()) {
      return turn.stay("the answer is on its way");
    }
    Intent intent = new Intent(seen.intent(), creating.customer());
    Turn next = turn.with(turn.charge().in(new ChargeState.Created(intent, creating.card())));
    Decision decision =
        switch (seen.verdict()) {
          case Verdict.Unpaid _ when Closings.mustClose(turn) -> Closings.close(next);
          case Verdict.Unpaid _ -> Confirmation.begin(next, intent, creating.card());
          case Verdict.Refused _,
              Verdict.CustomerActing _,
              Verdict.Processing _,
              Verdict.Paid _,
              Verdict.Canceled _,
              Verdict.Alien _ ->
              next.lookNow("intent known, in use");
        };
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.addAll(others);
    return new Decision(decision.charge(), effects, decision.why());
  }

  private static boolean mustLook(Turn turn, ChargeState.Creating creating) {
    Asked asked = creating.asked();
    return asked.isKeySpent() || asked.isOlderThan(turn.policy().keyLifetime(), turn.now());
  }

  private static Effect.Question find(Turn turn, ChargeState.Creating creating) {
    Instant since = turn.charge().receivedAt().minus(CLOCK_SKEW);
    return new Effect.FindIntents(turn.charge().id(), creating.customer(), since);
  }

  private static Decision found(Turn turn, ChargeState.Creating creating, List<Evidence> intents) {
    List<Evidence> ours =
        intents.stream()
            .filter(seen -> Sights.isOfThisCharge(turn.charge(), seen))
            .filter(seen -> !(seen.verdict() instanceof Verdict.Alien))
            .toList();
    if (ours.isEmpty()) {
      return Closings.mustClose(turn)
          ? Closings.close(turn.with(turn.charge().in(new ChargeState.Received())))
          : anew(turn, creating);
    }
    List<Effect> others =
        ours.stream().skip(1).<Effect>map(extra -> new Effect.Discard(extra.intent())).toList();
    return seen(turn, creating, ours.getFirst(), others);
  }

  /** Nothing there, and the old key cannot make it: a new key. At worst an unconfirmed orphan. */
  private static Decision anew(Turn turn, ChargeState.Creating creating) {
    ChargeState.Creating next =
        new ChargeState.Creating(
            creating.customer(), creating.card(), creating.generation() + 1, Asked.at(turn.now()));
    return turn.silently(
        turn.charge().in(next).waking(turn.now()), question(turn, next), "create, new key");
  }

  private static Decision unanswered(Turn turn, ChargeState.Creating creating, Trouble trouble) {
    Asked before = creating.asked();
    Asked asked = before.isKeySpent() ? before.lookedInVain(trouble) : before.troubled(trouble);
    return turn.unanswered(turn.charge().in(creating.asked(asked)), asked.looks(), trouble);
  }

  private static Decision refused(Turn turn, String code) {
    if (turn.closing().isPresent()) {
      return Closings.close(turn.with(turn.charge().in(new ChargeState.Received())));
    }
    return Starting.reject(
        turn,
        new Rejection(RejectionReason.STRIPE_REFUSED, "Stripe refused the request: " + code + "."));
  }
}
