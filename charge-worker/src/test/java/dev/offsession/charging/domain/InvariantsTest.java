package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.CUS;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.requestOf;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions that may never be made, each stopped before anything acts on it. */
class InvariantsTest {
  private static final ChargeInput DUE = new ChargeInput.Due();
  private static final ChargeInput NO_ANSWER = new ChargeInput.NoAnswer(Trouble.NO_ANSWER);
  private static final PaymentIntentId OTHER = new PaymentIntentId("pi_other");
  private static final Effect LOOK = new Effect.FetchIntent(PI, 1);

  private final Charge waiting = Story.refusedWith("authentication_required").charge();
  private final Charge confirming = Story.confirming().charge();
  private final Charge paid = Story.confirming().sees(Examples.answer(1, Examples.paid())).charge();

  @Test
  void oneIntentForEver() {
    Intent other = new Intent(OTHER, CUS);
    broken("I1", waiting, DUE, waiting.in(new ChargeState.Created(other, VISA)));
  }

  @Test
  void onlyItsOwnIntentIsConfirmedByTheAttemptOnRecord() {
    broken("I1", confirming, DUE, confirming, confirm(OTHER, 1));
    broken("I1", confirming, DUE, confirming, confirm(PI, 2));
    broken("I1", waiting, DUE, waiting, confirm(PI, 1));
    holds(confirming, DUE, confirming, confirm(PI, 1));
  }

  @Test
  void itsOwnIntentIsNeverDiscarded() {
    broken("I1", waiting, DUE, waiting, new Effect.Discard(PI));
    holds(waiting, DUE, waiting, new Effect.Discard(OTHER));
  }

  @Test
  void aStateAndItsNewsAreOne() {
    Charge next = waiting.nextEvent();

    broken("I3", waiting, DUE, next);
    broken("I3", waiting, DUE, waiting, news(waiting.sequence() + 1));
    broken("I3", waiting, DUE, next, news(waiting.sequence() + 2));
    holds(waiting, DUE, next, news(waiting.sequence() + 1));
    holds(
        waiting, DUE, next.nextEvent(), news(waiting.sequence() + 1), news(waiting.sequence() + 2));
  }

  @Test
  void aChargeBeginsWithOneEventAndANextLook() {
    Charge fresh = Charge.received(Examples.request(), NOON);

    assertThatThrownBy(() -> Invariants.checkBirth(decision(fresh))).hasMessageStartingWith("I3");
    assertThatThrownBy(() -> Invariants.checkBirth(decision(fresh.nextEvent().neverWaking())))
        .hasMessageStartingWith("I10");
    assertThatCode(() -> Invariants.checkBirth(decision(fresh.nextEvent())))
        .doesNotThrowAnyException();
  }

  @Test
  void aFinalChargeNeverChanges() {
    broken("I7", paid, DUE, paid.in(new ChargeState.Expired(paid.intent())));
    broken("I7", paid, DUE, paid.nextEvent(), news(paid.sequence() + 1));
    holds(paid, DUE, paid);
  }

  @Test
  void theEndComesWithExactlyOneFinalEvent() {
    Charge ended = waiting.in(new ChargeState.Expired(waiting.intent())).neverWaking();
    Effect end = news(waiting.sequence() + 1, new ChargeEvent.What.Expired());

    broken("I8", waiting, DUE, ended);
    broken("I8", waiting, DUE, waiting.nextEvent(), end);
    holds(waiting, DUE, ended.nextEvent(), end);
  }

  @Test
  void anUnknownOutcomeIsNoNewsNoAttemptAndNoNewQuestion() {
    broken("I6", confirming, NO_ANSWER, confirming.nextEvent(), news(confirming.sequence() + 1));
    broken("I6", confirming, NO_ANSWER, confirming.with(confirming.attempts().next()));
    broken("I6", confirming, NO_ANSWER, confirming, LOOK);
    holds(confirming, NO_ANSWER, confirming);
  }

  @Test
  void anUnfinishedChargeHasANextLookAndAFinishedOneHasNone() {
    broken("I10", waiting, DUE, waiting.neverWaking());
    broken("I7", paid, DUE, paid.waking(NOON));
    assertThatThrownBy(() -> Invariants.checkBirth(decision(paidAtBirth().waking(NOON))))
        .hasMessageStartingWith("I10");
  }

  @Test
  void oneQuestionIsAskedAtATime() {
    broken("one question", waiting, DUE, waiting, LOOK, LOOK);
  }

  @Test
  void whatIsAskedAndReceivedIsWhatWasRequested() {
    Charge creating = Story.creating().charge();
    Effect otherAmount =
        new Effect.CreateIntent(creating.keys().create(1), CUS, requestOf(1201, "JPY"));
    Charge tooLittle =
        confirming
            .in(new ChargeState.Succeeded(confirming.intent().orElseThrow(), Optional.empty(), 1))
            .neverWaking()
            .nextEvent();
    Effect told =
        news(confirming.sequence() + 1, new ChargeEvent.What.Succeeded(Optional.empty(), 1));

    broken("I9", creating, DUE, creating, otherAmount);
    broken("I9", confirming, DUE, tooLittle, told);
  }

  private static Charge paidAtBirth() {
    Intent intent = new Intent(PI, CUS);
    return Charge.received(Examples.request(), NOON)
        .in(new ChargeState.Succeeded(intent, Optional.empty(), 1200))
        .nextEvent();
  }

  private static void broken(
      String rule, Charge before, ChargeInput input, Charge after, Effect... effects) {
    assertThatThrownBy(() -> Invariants.check(before, input, decision(after, effects)))
        .isInstanceOf(Invariants.BrokenInvariantException.class)
        .hasMessageStartingWith(rule);
  }

  private static void holds(Charge before, ChargeInput input, Charge after, Effect... effects) {
    assertThatCode(() -> Invariants.check(before, input, decision(after, effects)))
        .doesNotThrowAnyException();
  }

  private static Decision decision(Charge after, Effect... effects) {
    return new Decision(after, List.copyOf(Arrays.asList(effects)), "a test's");
  }

  private Effect confirm(PaymentIntentId intent, int attempt) {
    return new Effect.ConfirmIntent(confirming.keys().confirm(attempt), intent, VISA.id(), attempt);
  }

  private static Effect news(long sequence) {
    return news(sequence, new ChargeEvent.What.Processing());
  }

  private static Effect news(long sequence, ChargeEvent.What what) {
    return new Effect.Publish(
        new ChargeEvent(
            sequence, NOON, Optional.of(PI), Optional.of(VISA), Optional.empty(), what));
  }
}
