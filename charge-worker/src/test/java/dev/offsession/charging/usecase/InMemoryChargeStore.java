package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoreChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The store as a map; keeps the same contract as the one on MongoDB. */
public final class InMemoryChargeStore implements ChargeStore {
  private static final Set<StateName> WAKEABLE =
      Set.of(
          StateName.RECEIVED,
          StateName.AUTHENTICATION_REQUIRED,
          StateName.PAYMENT_METHOD_REQUIRED,
          StateName.RETRY_SCHEDULED);

  private record Row(HeldCharge held, Optional<Instant> dueAt) {}

  private final Map<ChargeRequestId, Row> rows = new HashMap<>();
  private final Map<ChargeRequestId, String> canceledAhead = new HashMap<>();
  private final Duration lease;
  private int writes;

  /**
   * @param lease how long a claim keeps others away
   */
  public InMemoryChargeStore(Duration lease) {
    this.lease = lease;
  }

  @Override
  public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
    writes++;
    return births.stream().map(birth -> insert(birth, leaseEnds)).toList();
  }

  private Insertion insert(Decision birth, Instant leaseEnds) {
    ChargeRequestId id = birth.charge().id();
    String ahead = canceledAhead.get(id);
    if (ahead != null) {
      return new Insertion.CanceledAhead(ahead);
    }
    Row there = rows.get(id);
    return there == null
        ? new Insertion.Inserted(put(birth, leaseEnds))
        : new Insertion.Known(Fingerprint.of(there.held().charge().request()));
  }

  @Override
  public Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds) {
    return canceledAhead.remove(birth.charge().id()) == null
        ? Optional.empty()
        : Optional.of(put(birth, leaseEnds));
  }

  private HeldCharge put(Decision birth, Instant leaseEnds) {
    HeldCharge held = new HeldCharge(birth.charge(), birth.events(), Set.of(), 1, 1);
    rows.put(birth.charge().id(), new Row(held, Optional.of(leaseEnds)));
    return held;
  }

  @Override
  public Optional<HeldCharge> find(ChargeRequestId id) {
    return Optional.ofNullable(rows.get(id)).map(Row::held);
  }

  @Override
  public List<HeldCharge> claimDue(Instant now, int max) {
    return rows.values().stream()
        .filter(row -> isDue(row, now))
        .sorted(Comparator.comparing(row -> row.dueAt().orElseThrow()))
        .limit(max)
        .toList()
        .stream()
        .map(row -> claim(row.held(), now))
        .toList();
  }

  @Override
  public Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now) {
    return Optional.ofNullable(rows.get(id))
        .filter(row -> isDue(row, now))
        .map(row -> claim(row.held(), now));
  }

  private static boolean isDue(Row row, Instant now) {
    return row.dueAt().filter(due -> !due.isAfter(now)).isPresent();
  }

  private HeldCharge claim(HeldCharge held, Instant now) {
    writes++;
    HeldCharge claimed =
        new HeldCharge(
            held.charge(), held.outbox(), held.seenEvents(), held.fence() + 1, held.version());
    rows.put(held.charge().id(), new Row(claimed, Optional.of(now.plus(lease))));
    return claimed;
  }

  @Override
  public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
    ChargeRequestId id = change.charge().id();
    HeldCharge there = row(id).held();
    if (there.fence() != held.fence() || there.version() != held.version()) {
      return Optional.empty();
    }
    writes++;
    HeldCharge saved = held.after(change);
    rows.put(id, new Row(saved, change.dueAt()));
    return Optional.of(saved);
  }

  @Override
  public List<ChargeRequestId> wakeWaiting(CustomerReference customer, Instant now) {
    List<HeldCharge> waiting =
        rows.values().stream()
            .map(Row::held)
            .filter(held -> held.charge().request().customer().equals(customer))
            .filter(held -> WAKEABLE.contains(held.charge().stateName()))
            .toList();
    waiting.forEach(held -> {
      claim(held, now);
      HeldCharge claimed = row(held.charge().id()).held();
      rows.put(held.charge().id(), new Row(claimed, Optional.of(now)));
    });
    return waiting.stream().map(held -> held.charge().id()).toList();
  }

  @Override
  public boolean keepCancellation(ChargeRequestId id, String reason, Instant now) {
    if (rows.containsKey(id)) {
      return false;
    }
    canceledAhead.putIfAbsent(id, reason);
    return true;
  }

  /** When somebody must take the charge up next. */
  public Optional<Instant> dueAt(ChargeRequestId id) {
    return row(id).dueAt();
  }

  private Row row(ChargeRequestId id) {
    return Objects.requireNonNull(rows.get(id), "no such charge");
  }

  /** Write operations so far. */
  public int writes() {
    return writes;
  }
}
