package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One charge at one moment, and the moves that every rule is written with. */
record Turn(Charge charge, Policy policy, Instant now) {

  /** Nothing changes, nothing is asked. */
  Decision stay(String why) {
    return new Decision(charge, List.of(), why);
  }

  /** Nothing changes but the moment of the next look. */
  Decision lookAgainIn(Duration wait, String why) {
    return new Decision(charge.waking(now.plus(wait)), List.of(), why);
  }

  /** The charge is due at once: whoever takes it next looks at the intent. */
  Decision lookNow(String why) {
    return new Decision(charge.waking(now), List.of(), why);
  }

  /** Nothing changes; ask. */
  Decision ask(Effect.Question question, String why) {
    return new Decision(charge, List.of(question), why);
  }

  /** A new charge, silently, and a question. */
  Decision silently(Charge next, Effect.Question question, String why) {
    return new Decision(next, List.of(question), why);
  }

  /** A new charge, and news of it. */
  Decision tell(Charge next, ChargeEvent.What what, String why) {
    return new Decision(next.nextEvent(), List.of(publish(next.nextEvent(), what)), why);
  }

  /** A new charge, news of it, and a question. */
  Decision tellAndAsk(Charge next, ChargeEvent.What what, Effect.Question question, String why) {
    return new Decision(next.nextEvent(), List.of(publish(next.nextEvent(), what), question), why);
  }

  /** The end: a final state and the one final event. */
  Decision finish(ChargeState.Final end, ChargeEvent.What what, String why) {
    return tell(charge.in(end).neverWaking(), what, why);
  }

  Decision alarming(Decision decision, AlarmKind kind, String detail) {
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.add(new Effect.Alarm(kind, detail));
    return new Decision(decision.charge(), effects, decision.why());
  }

  Decision noting(Decision decision, CardRefusal refusal) {
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.addFirst(new Effect.NoteRefusal(charge.request().customer(), refusal));
    return new Decision(decision.charge(), effects, decision.why());
  }

  /** Names this charge's latest try among all tries of a card. */
  String tryName() {
    return charge.id().value() + "#" + charge.attempts().number();
  }

  boolean isPastDeadline() {
    return !now.isBefore(charge.deadline(policy));
  }

  /** The moment of the next look by ourselves, never later than the deadline. */
  Instant nextLook(Duration wait) {
    Instant look = now.plus(wait);
    Instant deadline = charge.deadline(policy);
    return deadline.isAfter(now) && deadline.isBefore(look) ? deadline : look;
  }

  /**
   * Nobody answered: the same state, looked at again by the plan.
   *
   * @param looks how often in a row that was so
   */
  Decision unanswered(Charge next, int looks, Trouble trouble) {
    Duration wait = trouble.isUntouched() ? policy.pause() : policy.looks().delay(looks);
    Decision later = new Decision(next.waking(nextLook(wait)), List.of(), "no answer: " + trouble);
    return switch (trouble) {
      case KEY_REUSED -> alarming(later, AlarmKind.KEY_REUSED, "key used otherwise");
      case UNAUTHORIZED -> alarming(later, AlarmKind.UNAUTHORIZED, "API key refused");
      case NO_ANSWER, SERVER_ERROR, BUSY, RATE_LIMITED ->
          policy.looks().isExhausted(looks)
              ? alarming(later, AlarmKind.STILL_UNKNOWN, looks + " looks")
              : later;
    };
  }

  private Effect publish(Charge next, ChargeEvent.What what) {
    return new Effect.Publish(
        new ChargeEvent(
            next.sequence(),
            now,
            next.intent().map(Intent::id),
            next.card(),
            deadlineToTell(next, what),
            what));
  }

  /** A rejected request was never a charge that could give up: our default is not its deadline. */
  private Optional<Instant> deadlineToTell(Charge next, ChargeEvent.What what) {
    return what instanceof ChargeEvent.What.Rejected
        ? next.request().expiresAt()
        : Optional.of(next.deadline(policy));
  }

  /** Keys of this charge. */
  IdempotencyKeys keys() {
    return charge.keys();
  }

  /** The same moment for another picture of the charge. */
  Turn with(Charge next) {
    return new Turn(next, policy, now);
  }

  Optional<Closing> closing() {
    return charge.closing();
  }
}
