package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.POLICY;
import static dev.offsession.charging.domain.Examples.RULES;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One charge, told input by input: keeps its state, its time, and everything it said and asked. */
final class Story {
  private final Policy policy;
  private Charge charge;
  private Instant now = NOON;
  private Decision latest;
  private final List<ChargeEvent> events = new ArrayList<>();
  private final List<Effect.Question> questions = new ArrayList<>();

  private Story(ChargeRequest request, Policy policy) {
    this.policy = policy;
    latest = ChargeRules.accept(request, RULES, policy, now);
    charge = latest.charge();
    events.addAll(latest.events());
  }

  static Story of(ChargeRequest request) {
    return new Story(request, POLICY);
  }

  static Story of(ChargeRequest request, Policy policy) {
    return new Story(request, policy);
  }

  static Story accepted() {
    return of(Examples.request());
  }

  /** Asked Stripe for the intent. */
  static Story creating() {
    return accepted().takenUp(alice(VISA));
  }

  /** Asked Stripe to confirm for the first time. */
  static Story confirming() {
    return creating().sees(answer(0, unpaid()));
  }

  /** The first attempt was refused with this code. */
  static Story refusedWith(String code) {
    return confirming().sees(answer(1, refused(code, "ch_1")));
  }

  Story on(ChargeInput input) {
    latest = ChargeRules.decide(charge, input, policy, now);
    charge = latest.charge();
    events.addAll(latest.events());
    latest.question().ifPresent(questions::add);
    return this;
  }

  /** Somebody takes it up, and hears of the customer. */
  Story takenUp(Customer customer) {
    return due().on(new ChargeInput.CustomerKnown(customer));
  }

  Story due() {
    return on(new ChargeInput.Due());
  }

  Story sees(Evidence evidence) {
    return on(new ChargeInput.Seen(evidence));
  }

  Story hearsNothing(Trouble trouble) {
    return on(new ChargeInput.NoAnswer(trouble));
  }

  Story cancelAsked() {
    return on(new ChargeInput.CancelAsked("out of stock"));
  }

  Story later(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Time passes until the charge wakes by itself, and somebody takes it up. */
  Story wakes() {
    now = charge.wakeAt().filter(now::isBefore).orElse(now);
    return due();
  }

  /** Wakes, hears that the customer has these cards, and looks at the intent. */
  Story wakesAndSees(Verdict verdict, Card... cards) {
    wakes();
    on(new ChargeInput.CustomerKnown(alice(cards)));
    return sees(look(charge.attempts().number(), verdict));
  }

  Charge charge() {
    return charge;
  }

  StateName state() {
    return charge.stateName();
  }

  Instant now() {
    return now;
  }

  Decision latest() {
    return latest;
  }

  Optional<Effect.Question> question() {
    return latest.question();
  }

  List<AlarmKind> alarms() {
    return latest.only(Effect.Alarm.class).stream().map(Effect.Alarm::kind).toList();
  }

  /** Simple names of everything told so far. */
  List<String> told() {
    return events.stream().map(event -> event.what().getClass().getSimpleName()).toList();
  }

  ChargeEvent.What lastTold() {
    return events.getLast().what();
  }

  List<Effect.ConfirmIntent> confirms() {
    return questions.stream()
        .filter(Effect.ConfirmIntent.class::isInstance)
        .map(Effect.ConfirmIntent.class::cast)
        .toList();
  }

  Story isNow(StateName expected) {
    assertThat(state()).isEqualTo(expected);
    return this;
  }
}
