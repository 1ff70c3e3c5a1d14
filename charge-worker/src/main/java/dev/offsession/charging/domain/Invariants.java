package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/**
 * What may never happen, checked on every decision before anything acts on it. The numbers are
 * those of the design; I2, I4 and I5 are the store's and the intake's to keep.
 */
public final class Invariants {
  private Invariants() {}

  /** Thrown when a rule is broken: a bug, stopped before money can move on it. */
  public static final class BrokenInvariantException extends IllegalStateException {
    BrokenInvariantException(String message) {
      super(message);
    }
  }

  static void checkBirth(Decision decision) {
    require(decision.charge().sequence() == 1, "I3: a charge begins with one event");
    checkAlways(decision);
  }

  static void check(Charge before, ChargeInput input, Decision decision) {
    checkOneIntent(before, decision);
    checkEvents(before, decision);
    checkFinal(before, decision);
    checkUnknown(before, input, decision);
    checkAlways(decision);
  }

  /** I1: the intent is set once; what is confirmed is that intent, by the attempt on record. */
  private static void checkOneIntent(Charge before, Decision decision) {
    Charge after = decision.charge();
    require(
        before.intent().isEmpty() || before.intent().equals(after.intent()),
        "I1: the intent of a charge never changes");
    for (Effect.ConfirmIntent confirm : decision.only(Effect.ConfirmIntent.class)) {
      require(
          after.intent().map(Intent::id).equals(Optional.of(confirm.intent())),
          "I1: only the charge's own intent is confirmed");
      require(
          confirm.attempt() == after.attempts().number()
              && after.state() instanceof ChargeState.Confirming,
          "I1: a confirm is on record before it is sent");
    }
    for (Effect.Discard discard : decision.only(Effect.Discard.class)) {
      require(
          !after.intent().map(Intent::id).equals(Optional.of(discard.intent())),
          "I1: the charge's own intent is never discarded");
    }
  }

  /** I3: each event takes the next number, and no number is taken without its event. */
  private static void checkEvents(Charge before, Decision decision) {
    List<ChargeEvent> events = decision.events();
    for (int i = 0; i < events.size(); i++) {
      require(
          events.get(i).sequence() == before.sequence() + i + 1, "I3: event numbers have no gap");
    }
    require(
        decision.charge().sequence() == before.sequence() + events.size(),
        "I3: a state and its events are one");
  }

  /** I7 and I8: the end comes once, with exactly one final event. */
  private static void checkFinal(Charge before, Decision decision) {
    Charge after = decision.charge();
    require(
        !before.isFinal() || (before.equals(after) && decision.events().isEmpty()),
        "I7: a final charge never changes");
    long finalEvents = decision.events().stream().filter(e -> e.what().isFinal()).count();
    long expected = !before.isFinal() && after.isFinal() ? 1 : 0;
    require(finalEvents == expected, "I8: exactly one final event");
  }

  /** I6: what is unknown is reported as nothing, and never takes an attempt number. */
  private static void checkUnknown(Charge before, ChargeInput input, Decision decision) {
    if (input instanceof ChargeInput.NoAnswer) {
      require(decision.events().isEmpty(), "I6: an unknown outcome is not news");
      require(
          before.attempts().equals(decision.charge().attempts()),
          "I6: an unknown outcome is not an attempt");
      require(decision.question().isEmpty(), "I6: an unknown outcome is looked at later");
    }
  }

  private static void checkAlways(Decision decision) {
    Charge after = decision.charge();
    require(
        after.isFinal() == after.wakeAt().isEmpty(), "I10: an unfinished charge has a next look");
    require(decision.only(Effect.Question.class).size() <= 1, "one question at a time");
    for (Effect.CreateIntent create : decision.only(Effect.CreateIntent.class)) {
      require(create.request().equals(after.request()), "I9: what is asked is what was requested");
    }
    if (after.state() instanceof ChargeState.Succeeded paid) {
      require(
          paid.receivedMinor() == after.request().amountMinor(),
          "I9: what was received is what was requested");
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new BrokenInvariantException(rule);
    }
  }
}
