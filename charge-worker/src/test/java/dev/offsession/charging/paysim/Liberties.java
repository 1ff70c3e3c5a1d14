package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What no port offers, and only mistakes make use of. */
final class Liberties {
  private final Simulation sim;
  private final Worker worker;

  Liberties(Simulation sim, Worker worker) {
    this.sim = sim;
    this.worker = worker;
  }

  EventOutlet outlet() {
    return new OutletPort(sim, worker);
  }

  /** Does something some time later, if the process lives so long. */
  void later(long millis, Runnable what) {
    sim.fibers()
        .start(
            worker,
            () -> {
              sim.fibers().pause(sim.dice().millis(0, millis));
              worker.attempt("later", what);
            });
  }

  /** A write without its filter. */
  HeldCharge overwrite(HeldCharge held, StoreChange change) {
    sim.step();
    HeldCharge saved = sim.database().overwrite(held, change, worker);
    sim.step();
    return saved;
  }

  /** What is due, without a claim. */
  List<HeldCharge> lookAtDue(Instant now) {
    sim.step();
    return sim.database().all().stream()
        .filter(row -> row.isDue(now))
        .map(Database.Row::held)
        .toList();
  }

  /** Puts a newborn in the place of whatever is there. */
  void replace(Decision birth, Instant leaseEnds) {
    Optional<Database.Row> there = sim.database().row(birth.charge().id());
    if (there.isPresent()) {
      HeldCharge held = new HeldCharge(birth.charge(), birth.events(), Set.of(), 1, 1);
      sim.checks().inserted(there, held);
      sim.database()
          .put(
              worker,
              "replace",
              new Database.Row(held, Optional.of(leaseEnds), Optional.of(worker.name())));
    }
  }

  Optional<IntentSnapshot> snapshot(PaymentIntentId id) {
    return sim.stripe().find(id).map(SimIntent::snapshot);
  }

  /** All intents of one customer, whatever request they are for. */
  List<IntentSnapshot> intentsOf(String customer) {
    return sim.stripe().all().stream()
        .filter(intent -> intent.customer.value().equals(customer))
        .map(SimIntent::snapshot)
        .toList();
  }
}
