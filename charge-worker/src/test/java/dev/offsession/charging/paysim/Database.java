package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents, as a majority has them. Each method is one operation on one document, as MongoDB
 * does it; keeps the contract of the store.
 */
final class Database {
  private static final Set<StateName> WAKEABLE =
      EnumSet.of(
          StateName.RECEIVED,
          StateName.AUTHENTICATION_REQUIRED,
          StateName.PAYMENT_METHOD_REQUIRED,
          StateName.RETRY_SCHEDULED);

  /**
   * One document.
   *
   * @param fenceOf who was given the current fence; empty when nobody was
   */
  record Row(HeldCharge held, Optional<Instant> dueAt, Optional<String> fenceOf) {
    boolean isDue(Instant now) {
      return dueAt.filter(due -> !due.isAfter(now)).isPresent();
    }
  }

  private final Simulation sim;
  private final Map<ChargeRequestId, Row> rows = new LinkedHashMap<>();
  private final Map<ChargeRequestId, String> canceledAhead = new LinkedHashMap<>();

  Database(Simulation sim) {
    this.sim = sim;
  }

  Insertion insert(Decision birth, Instant leaseEnds, Worker worker) {
    ChargeRequestId id = birth.charge().id();
    String ahead = canceledAhead.get(id);
    if (ahead != null) {
      return new Insertion.CanceledAhead(ahead);
    }
    Row there = rows.get(id);
    return there == null
        ? new Insertion.Inserted(born(birth, leaseEnds, worker))
        : new Insertion.Known(Fingerprint.of(there.held().charge().request()));
  }

  Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds, Worker worker) {
    return canceledAhead.remove(birth.charge().id()) == null
        ? Optional.empty()
        : Optional.of(born(birth, leaseEnds, worker));
  }

  private HeldCharge born(Decision birth, Instant leaseEnds, Worker worker) {
    HeldCharge held = new HeldCharge(birth.charge(), birth.events(), Set.of(), 1, 1);
    sim.checks().inserted(Optional.ofNullable(rows.get(birth.charge().id())), held);
    put(worker, "insert", new Row(held, Optional.of(leaseEnds), Optional.of(worker.name())));
    return held;
  }

  Optional<HeldCharge> find(ChargeRequestId id) {
    return row(id).map(Row::held);
  }

  Optional<HeldCharge> claimNext(Instant now, Worker worker) {
    Row next = null;
    for (Row row : rows.values()) {
      if (row.isDue(now) && (next == null || isEarlier(row, next))) {
        next = row;
      }
    }
    return Optional.ofNullable(next).map(row -> claim(row, now, worker));
  }

  private static boolean isEarlier(Row one, Row other) {
    return one.dueAt().orElseThrow().isBefore(other.dueAt().orElseThrow());
  }

  Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now, Worker worker) {
    return row(id).filter(row -> row.isDue(now)).map(row -> claim(row, now, worker));
  }

  private HeldCharge claim(Row row, Instant now, Worker worker) {
    HeldCharge claimed = fenced(row.held(), 1);
    Instant leaseEnds = now.plus(Worker.LEASE);
    put(worker, "claim", new Row(claimed, Optional.of(leaseEnds), Optional.of(worker.name())));
    return claimed;
  }

  /** Writes under fence and version; empty when somebody else has written. */
  Optional<HeldCharge> save(HeldCharge held, StoreChange change, Worker worker) {
    HeldCharge there = row(change.charge().id()).orElseThrow().held();
    return there.fence() == held.fence() && there.version() == held.version()
        ? Optional.of(overwrite(held, change, worker))
        : Optional.empty();
  }

  /** Writes whatever is there: the save without its filter. */
  HeldCharge overwrite(HeldCharge held, StoreChange change, Worker worker) {
    Row row = row(change.charge().id()).orElseThrow();
    HeldCharge there = row.held();
    HeldCharge over =
        new HeldCharge(
            there.charge(), held.outbox(), there.seenEvents(), there.fence(), there.version());
    HeldCharge saved = over.after(change);
    Optional<String> fenceOf = change.takeOver() ? Optional.empty() : row.fenceOf();
    sim.checks().saved(row, held, saved, change, worker);
    put(worker, "save", new Row(saved, change.dueAt(), fenceOf));
    return saved;
  }

  List<ChargeRequestId> waiting(CustomerReference customer) {
    return rows.values().stream()
        .map(row -> row.held().charge())
        .filter(charge -> charge.request().customer().equals(customer))
        .filter(charge -> WAKEABLE.contains(charge.stateName()))
        .map(charge -> charge.id())
        .toList();
  }

  void wake(ChargeRequestId id, Instant now, Worker worker) {
    row(id)
        .filter(row -> WAKEABLE.contains(row.held().charge().stateName()))
        .ifPresent(row ->
            put(
                worker,
                "wake",
                new Row(fenced(row.held(), 1), Optional.of(now), Optional.empty())));
  }

  boolean keepCancellation(ChargeRequestId id, String reason) {
    if (rows.containsKey(id)) {
      return false;
    }
    canceledAhead.putIfAbsent(id, reason);
    return true;
  }

  boolean isCanceledAhead(ChargeRequestId id) {
    return canceledAhead.containsKey(id);
  }

  Optional<Row> row(ChargeRequestId id) {
    return Optional.ofNullable(rows.get(id));
  }

  List<Row> all() {
    return List.copyOf(rows.values());
  }

  /** When the next document is due. */
  Optional<Instant> earliestDue() {
    Instant earliest = null;
    for (Row row : rows.values()) {
      Instant due = row.dueAt().orElse(null);
      if (due != null && (earliest == null || due.isBefore(earliest))) {
        earliest = due;
      }
    }
    return Optional.ofNullable(earliest);
  }

  private static HeldCharge fenced(HeldCharge held, long by) {
    return new HeldCharge(
        held.charge(), held.outbox(), held.seenEvents(), held.fence() + by, held.version());
  }

  /** Puts a document in its place, whatever was there. */
  void put(Worker worker, String how, Row row) {
    sim.trace().say(worker.name(), how, line(row.held()));
    rows.put(row.held().charge().id(), row);
    row.dueAt().ifPresent(due -> sim.machines().dueChanged(due));
  }

  private static String line(HeldCharge held) {
    return held.charge().id().value()
        + " "
        + held.charge().stateName().name()
        + " attempt "
        + held.charge().attempts().number()
        + " v"
        + held.version()
        + " f"
        + held.fence()
        + " outbox "
        + held.outbox().size();
  }
}
