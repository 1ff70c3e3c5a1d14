package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The real store; mistakes change one method of it. */
class ForwardingStore implements ChargeStore {
  private final ChargeStore real;

  ForwardingStore(ChargeStore real) {
    this.real = real;
  }

  @Override
  public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
    return real.insert(births, leaseEnds);
  }

  @Override
  public Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds) {
    return real.insertCanceled(birth, leaseEnds);
  }

  @Override
  public Optional<HeldCharge> find(ChargeRequestId id) {
    return real.find(id);
  }

  @Override
  public List<HeldCharge> claimDue(Instant now, int max) {
    return real.claimDue(now, max);
  }

  @Override
  public Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now) {
    return real.claimIfDue(id, now);
  }

  @Override
  public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
    return real.save(held, change);
  }

  @Override
  public List<ChargeRequestId> wakeWaiting(CustomerReference customer, Instant now) {
    return real.wakeWaiting(customer, now);
  }

  @Override
  public boolean keepCancellation(ChargeRequestId id, String reason, Instant now) {
    return real.keepCancellation(id, reason, now);
  }
}
