package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Effect;

/** What a process tells its log: into the trace, and alarms to the judge. */
final class Watcher implements ChargeObserver {
  private final Simulation sim;
  private final Worker worker;

  Watcher(Simulation sim, Worker worker) {
    this.sim = sim;
    this.worker = worker;
  }

  @Override
  public void decided(Charge before, Decision decision) {
    sim.trace().say(worker.name(), "decided", decision.why());
  }

  @Override
  public void alarm(ChargeRequestId id, Effect.Alarm alarm) {
    sim.trace().say(worker.name(), "alarm", alarm.kind().name());
    sim.checks().alarm(id, alarm);
  }

  @Override
  public void claimLost(ChargeRequestId id) {
    sim.trace().say(worker.name(), "claim lost", id.value());
  }

  @Override
  public void duplicate(ChargeRequestId id, boolean conflicting) {
    sim.trace().say(worker.name(), conflicting ? "conflict" : "duplicate", id.value());
  }

  @Override
  public void foreignEvent(String reason) {
    sim.trace().say(worker.name(), "foreign event", reason);
  }

  @Override
  public void notPublished(ChargeRequestId id) {
    sim.trace().say(worker.name(), "not published", id.value());
  }
}
