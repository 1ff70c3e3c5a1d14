package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.AlarmKind;
import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StoreChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The judge: sees every write, every call, every payment and every piece of news the moment it
 * takes effect, and compares them with each other. The first broken promise ends the run.
 */
final class Checks {
  private final Simulation sim;
  private final MoneyChecks money;
  private final StoreChecks documents;
  private final PaceChecks pace;
  private final Map<String, ChargeRequest> asked = new LinkedHashMap<>();
  private final Map<ChargeRequestId, Map<Long, ChargeEvent>> published = new LinkedHashMap<>();
  private final Set<String> conflictsTold = new HashSet<>();
  private Optional<Violation> violation = Optional.empty();

  Checks(Simulation sim) {
    this.sim = sim;
    this.money = new MoneyChecks(sim, this);
    this.documents = new StoreChecks(sim, this);
    this.pace = new PaceChecks(sim, this);
  }

  Optional<Violation> violation() {
    return violation;
  }

  /** The first one counts. */
  void fail(String rule, String detail) {
    if (violation.isEmpty()) {
      violation = Optional.of(new Violation(rule, detail));
      sim.trace().say("judge", "VIOLATION " + rule, detail);
    }
  }

  void require(boolean holds, String rule, String detail) {
    if (!holds) {
      fail(rule, detail);
    }
  }

  /** Code threw what it must not throw. */
  void broken(String where, RuntimeException thrown) {
    fail("EXCEPTION", where + ": " + thrown);
  }

  void alarm(ChargeRequestId id, Effect.Alarm alarm) {
    AlarmKind kind = alarm.kind();
    require(
        kind != AlarmKind.KEY_REUSED && kind != AlarmKind.REFUSED_BY_STRIPE,
        "ALARM",
        kind + " for " + id);
  }

  void asked(ChargeRequest request) {
    asked.putIfAbsent(nameOf(request), request);
  }

  Map<String, ChargeRequest> everythingAsked() {
    return asked;
  }

  void creating(Effect.CreateIntent question) {
    money.creating(question);
  }

  void generation(Charge charge, int generation) {
    money.generation(charge, generation, sim.fibers().current().hasListed);
  }

  void created(SimIntent intent) {
    money.created(intent);
  }

  void confirming(Effect.ConfirmIntent question, Fiber fiber) {
    money.confirming(question, fiber);
  }

  void confirmed(SimIntent intent) {
    money.confirmed(intent);
  }

  PaceChecks pace() {
    return pace;
  }

  void canceling(PaymentIntentId intent) {
    money.canceling(intent);
  }

  void paid(SimIntent intent) {
    money.paid(intent);
  }

  void inserted(Optional<Database.Row> before, HeldCharge held) {
    documents.inserted(before, held);
  }

  void saved(
      Database.Row before, HeldCharge read, HeldCharge saved, StoreChange change, Worker worker) {
    documents.saved(before, read, saved, change, worker);
  }

  /** News is out: it must stand in the store, and be the same each time. */
  void published(ChargeRequestId id, ChargeEvent event) {
    Optional<ChargeEvent> stored = documents.stored(id, event.sequence());
    require(
        stored.filter(event::equals).isPresent(),
        "I3",
        "published what was not stored: " + id + "#" + event.sequence());
    published.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put(event.sequence(), event);
    long ends = finalEvents(id);
    require(ends <= 1, "I8", ends + " final events of " + id);
  }

  boolean isPublished(ChargeRequestId id, long sequence) {
    return published.getOrDefault(id, Map.of()).containsKey(sequence);
  }

  /** How many final event ids of a charge are out. */
  long finalEvents(ChargeRequestId id) {
    return published.getOrDefault(id, Map.of()).values().stream()
        .filter(event -> event.what().isFinal())
        .count();
  }

  /** How many different requests were answered as conflicting. */
  int conflictsTold() {
    return conflictsTold.size();
  }

  void conflictTold(ChargeRequest refused) {
    conflictsTold.add(nameOf(refused));
  }

  /** I5: what is committed is in the store, or was answered. */
  void requestCommitted(ChargeRequest request) {
    Optional<Charge> charge = charge(request.id());
    require(charge.isPresent(), "I5", "committed, but there is no document: " + request.id());
    charge
        .filter(one -> !Fingerprint.of(one.request()).equals(Fingerprint.of(request)))
        .ifPresent(one ->
            require(
                conflictsTold.contains(nameOf(request)),
                "I5",
                "committed, but the conflict was not told: " + request.id()));
  }

  void cancellationCommitted(SimKafka.Cancellation wish) {
    boolean noted =
        charge(wish.request())
            .map(charge -> charge.isFinal() || charge.closing().isPresent())
            .orElseGet(() -> sim.database().isCanceledAhead(wish.request()));
    require(noted, "I5", "committed, but the cancellation is not noted: " + wish.request());
  }

  void eventCommitted(Webhooks.Event event) {
    Optional<SimIntent> paid =
        sim.stripe().find(event.intent().id()).filter(_ -> event.type().endsWith(".succeeded"));
    if (paid.isEmpty()) {
      return;
    }
    Optional<Charge> open =
        charge(paid.get().request).filter(charge -> !charge.isFinal() && isOf(charge, paid.get()));
    require(open.isEmpty(), "I5", "committed, but the payment is not noted: " + event.id());
  }

  private static boolean isOf(Charge charge, SimIntent intent) {
    return charge.intent().filter(known -> known.id().equals(intent.id)).isPresent();
  }

  void customerCommitted(Customer customer) {
    boolean kept =
        sim.people()
            .kept(customer.reference())
            .filter(there -> there.version() >= customer.version())
            .isPresent();
    require(kept, "I5", "committed, but the customer is not kept: " + customer.reference());
  }

  private Optional<Charge> charge(ChargeRequestId id) {
    return sim.database().row(id).map(row -> row.held().charge());
  }

  /** Liveness: long after everything healed, nothing may be open. */
  void allMustHaveEnded() {
    sim.database().all().stream()
        .map(Database.Row::held)
        .filter(held -> !held.charge().isFinal() || !held.outbox().isEmpty())
        .findFirst()
        .ifPresent(held ->
            fail("LIVENESS", held.charge().id() + " rests in " + held.charge().stateName()));
  }

  /** Everything asked for has one end, told once, and Stripe, store and news agree. */
  void atTheEnd() {
    allMustHaveEnded();
    require(sim.kafka().isDone(), "LIVENESS", "records were left in Kafka");
    asked.values().forEach(this::mustBeAnswered);
    sim.database()
        .all()
        .forEach(row -> {
          require(row.dueAt().isEmpty(), "I10", "a finished charge is still due");
          documents.atTheEnd(row.held());
          money.atTheEnd(row.held().charge());
        });
  }

  private void mustBeAnswered(ChargeRequest request) {
    Optional<Charge> charge = charge(request.id());
    require(charge.isPresent(), "LOST", "no document of " + request.id());
    charge
        .filter(one -> !Fingerprint.of(one.request()).equals(Fingerprint.of(request)))
        .ifPresent(one ->
            require(
                conflictsTold.contains(nameOf(request)),
                "LOST",
                "a conflict was not told: " + request.id()));
  }

  private static String nameOf(ChargeRequest request) {
    return request.id() + " " + Fingerprint.of(request).hex();
  }
}
