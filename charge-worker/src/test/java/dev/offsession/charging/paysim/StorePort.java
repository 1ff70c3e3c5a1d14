package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One process's connection to the store: slow, cut, or answering an error after the write. */
final class StorePort implements ChargeStore, CustomerDirectory {
  private final Simulation sim;
  private final Worker worker;
  private final Database database;

  StorePort(Simulation sim, Worker worker) {
    this.sim = sim;
    this.worker = worker;
    this.database = sim.database();
  }

  @Override
  public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
    sim.step();
    Faults.StoreFault fault = sim.faults().store();
    List<Insertion> results = new ArrayList<>();
    for (Decision birth : births) {
      boolean done = fault == Faults.StoreFault.NONE || (isPartly(fault) && sim.dice().chance(0.5));
      if (done) {
        results.add(database.insert(birth, leaseEnds, worker));
      }
    }
    return told(fault, results);
  }

  /** A bulk insert can be done in part. */
  private static boolean isPartly(Faults.StoreFault fault) {
    return fault == Faults.StoreFault.DONE_UNSAID;
  }

  @Override
  public Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds) {
    return operation(() -> database.insertCanceled(birth, leaseEnds, worker));
  }

  @Override
  public Optional<HeldCharge> find(ChargeRequestId id) {
    return operation(() -> database.find(id));
  }

  @Override
  public List<HeldCharge> claimDue(Instant now, int max) {
    List<HeldCharge> claimed = new ArrayList<>();
    while (claimed.size() < max) {
      Optional<HeldCharge> next = operation(() -> database.claimNext(now, worker));
      if (next.isEmpty()) {
        break;
      }
      claimed.add(next.get());
    }
    return claimed;
  }

  @Override
  public Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now) {
    return operation(() -> database.claimIfDue(id, now, worker));
  }

  @Override
  public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
    return operation(() -> database.save(held, change, worker));
  }

  @Override
  public List<ChargeRequestId> wakeWaiting(CustomerReference customer, Instant now) {
    List<ChargeRequestId> waiting = operation(() -> database.waiting(customer));
    for (ChargeRequestId id : waiting) {
      operation(() -> {
        database.wake(id, now, worker);
        return true;
      });
    }
    return waiting;
  }

  @Override
  public boolean keepCancellation(ChargeRequestId id, String reason, Instant now) {
    return operation(() -> database.keepCancellation(id, reason));
  }

  @Override
  public Optional<Customer> find(CustomerReference reference) {
    return operation(() -> sim.people().kept(reference));
  }

  @Override
  public void keep(Customer customer) {
    operation(() -> {
      sim.people().keep(customer);
      return true;
    });
  }

  @Override
  public void noteRefusal(CustomerReference reference, CardRefusal refusal) {
    operation(() -> {
      sim.people().noteRefusal(reference, refusal);
      return true;
    });
  }

  @Override
  public void forget(CustomerReference reference) {
    throw new UnsupportedOperationException("nobody is erased here");
  }

  private <T> T operation(Supplier<T> effect) {
    sim.step();
    Faults.StoreFault fault = sim.faults().store();
    if (fault == Faults.StoreFault.NOT_DONE) {
      throw new StoreAwayException();
    }
    return told(fault, effect.get());
  }

  private <T> T told(Faults.StoreFault fault, T result) {
    sim.step();
    if (fault != Faults.StoreFault.NONE) {
      throw new StoreAwayException();
    }
    return result;
  }
}
