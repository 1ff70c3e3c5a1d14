package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.IdempotencyKeys;
import dev.offsession.charging.domain.Intent;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Rejection;
import dev.offsession.charging.domain.RejectionReason;
import dev.offsession.charging.domain.StoreChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every write must keep, whoever writes and whatever led there. */
final class StoreChecks {
  private final Simulation sim;
  private final Checks checks;
  private final Map<ChargeRequestId, Map<Long, ChargeEvent>> stored = new HashMap<>();

  StoreChecks(Simulation sim, Checks checks) {
    this.sim = sim;
    this.checks = checks;
  }

  Optional<ChargeEvent> stored(ChargeRequestId id, long sequence) {
    return Optional.ofNullable(stored.getOrDefault(id, Map.of()).get(sequence));
  }

  void inserted(Optional<Database.Row> before, HeldCharge held) {
    checks.require(before.isEmpty(), "I7", "a document was replaced: " + held.charge().id());
    store(held.charge().id(), held.outbox());
  }

  void saved(
      Database.Row before, HeldCharge read, HeldCharge saved, StoreChange change, Worker worker) {
    Charge old = before.held().charge();
    Charge now = saved.charge();
    fence(before, read, change, worker);
    checks.require(!old.isFinal() || old.equals(now), "I7", "changed after its end: " + old.id());
    checks.require(
        old.intent().isEmpty() || old.intent().equals(now.intent()),
        "I1",
        "other intent of " + old.id());
    checks.require(
        now.isFinal() || change.dueAt().isPresent(), "I10", "nobody will look at " + old.id());
    checks.require(
        saved.outbox().isEmpty() || change.dueAt().isPresent(), "I10", "nobody relays " + old.id());
    checks.require(now.request().equals(old.request()), "I9", "request changed: " + old.id());
    events(old, now, change.events());
    droppedOnlyIfPublished(before.held(), saved);
    attempts(old, now, change);
    store(old.id(), change.events());
    told(old, now);
    settled(old, now);
    generation(old, now);
    if (now.isFinal() && !old.isFinal()) {
      ended(now);
    }
  }

  /** I4: only who holds the charge writes, or who takes it over with the newest picture. */
  private void fence(Database.Row before, HeldCharge read, StoreChange change, Worker worker) {
    HeldCharge there = before.held();
    boolean newest = read.fence() == there.fence() && read.version() == there.version();
    boolean holds = before.fenceOf().filter(worker.name()::equals).isPresent();
    checks.require(
        newest && (holds || change.takeOver()),
        "I4",
        worker.name() + " wrote without holding " + there.charge().id());
  }

  /** I3: news and state come in one write, numbers without a gap. */
  private void events(Charge old, Charge now, List<ChargeEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      checks.require(
          events.get(i).sequence() == old.sequence() + i + 1, "I3", "event numbers of " + old.id());
    }
    checks.require(
        now.sequence() == old.sequence() + events.size(), "I3", "state without news: " + old.id());
    boolean ends = events.stream().anyMatch(event -> event.what().isFinal());
    checks.require(
        ends == (now.isFinal() && !old.isFinal()), "I8", "the end and its event: " + old.id());
  }

  private void droppedOnlyIfPublished(HeldCharge before, HeldCharge saved) {
    for (ChargeEvent event : before.outbox()) {
      boolean kept = saved.outbox().contains(event);
      checks.require(
          kept || checks.isPublished(before.charge().id(), event.sequence()),
          "I3",
          "news dropped unpublished: " + before.charge().id() + "#" + event.sequence());
    }
  }

  private void attempts(Charge old, Charge now, StoreChange change) {
    int more = now.attempts().number() - old.attempts().number();
    checks.require(more == 0 || more == 1, "I6", "attempt numbers of " + old.id());
    checks.require(
        more == 0 || change.at().isBefore(now.deadline(Simulation.SETTINGS.policy())),
        "EXPIRY",
        "an attempt after the deadline: " + old.id());
  }

  private void generation(Charge old, Charge now) {
    int before = old.state() instanceof ChargeState.Creating c ? c.generation() : 0;
    if (now.state() instanceof ChargeState.Creating creating && creating.generation() > before) {
      checks.generation(now, creating.generation());
    }
  }

  private void store(ChargeRequestId id, List<ChargeEvent> events) {
    Map<Long, ChargeEvent> all = stored.computeIfAbsent(id, _ -> new HashMap<>());
    events.forEach(event -> all.putIfAbsent(event.sequence(), event));
  }

  /** I6: a refusal that is told was told by Stripe. */
  private void told(Charge old, Charge now) {
    if (now.state().equals(old.state())) {
      return;
    }
    switch (now.state()) {
      case ChargeState.Waiting waiting -> refusal(now, waiting.decline());
      case ChargeState.Failed(_, Decline decline) -> refusal(now, decline);
      case ChargeState.Received _,
          ChargeState.Creating _,
          ChargeState.Created _,
          ChargeState.Confirming _,
          ChargeState.Processing _,
          ChargeState.Succeeded _,
          ChargeState.Canceled _,
          ChargeState.Expired _,
          ChargeState.Rejected _ -> {}
    }
  }

  /** I6: an attempt counts as refused only once Stripe has worked it, or the customer has acted. */
  private void settled(Charge old, Charge now) {
    boolean counted =
        old.state() instanceof ChargeState.Confirming
            && now.attempts().declines() > old.attempts().declines();
    boolean worked =
        sim.stripe().isSettled(IdempotencyKeys.of(old.id()).confirm(old.attempts().number()))
            || intentOf(now).filter(intent -> intent.customerTried).isPresent();
    checks.require(!counted || worked, "I6", "refused before it was worked: " + old.id());
  }

  private void refusal(Charge charge, Decline decline) {
    boolean known =
        decline.equals(Decline.NO_METHOD)
            || intentOf(charge).filter(one -> one.codesTold.contains(decline.code())).isPresent();
    checks.require(known, "I6", "a refusal that Stripe never told: " + decline.code());
  }

  /** I6, I11: an end is what Stripe says it is. */
  private void ended(Charge charge) {
    Optional<SimIntent> intent = intentOf(charge);
    checks.require(
        !(charge.state() instanceof ChargeState.Rejected(Rejection rejection)
            && rejection.reason() == RejectionReason.STRIPE_REFUSED),
        "I6",
        "rejected for a refusal that Stripe never told: " + charge.id());
    if (charge.state() instanceof ChargeState.Succeeded) {
      checks.require(
          intent.filter(SimIntent::isPaid).isPresent(),
          "I11",
          "not paid at Stripe: " + charge.id());
      return;
    }
    Optional<PaymentIntentId> known = charge.intent().map(Intent::id);
    checks.require(
        known.isEmpty() || intent.filter(SimIntent::isCanceled).isPresent(),
        "I6",
        "ended unpaid before its intent was canceled: " + charge.id());
  }

  private Optional<SimIntent> intentOf(Charge charge) {
    return charge.intent().flatMap(intent -> sim.stripe().find(intent.id()));
  }

  /** Every event of the charge is out, and nothing else. */
  void atTheEnd(HeldCharge held) {
    ChargeRequestId id = held.charge().id();
    for (long i = 1; i <= held.charge().sequence(); i++) {
      checks.require(checks.isPublished(id, i), "LOST", "never published: " + id + "#" + i);
    }
  }
}
