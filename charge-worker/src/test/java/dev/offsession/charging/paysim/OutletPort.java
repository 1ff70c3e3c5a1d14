package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.EventOutlet;
import java.time.Instant;
import java.util.List;

/** One process's way to the topic of news: at least once, and not always told so. */
final class OutletPort implements EventOutlet {
  private final Simulation sim;
  private final Worker worker;

  OutletPort(Simulation sim, Worker worker) {
    this.sim = sim;
    this.worker = worker;
  }

  @Override
  public boolean publish(List<Announcement> news) {
    sim.step();
    boolean fails = sim.faults().outlet();
    int durable = fails ? inPart(news.size()) : news.size();
    for (Announcement one : news.subList(0, durable)) {
      sim.trace()
          .say(
              worker.name(),
              "publish " + one.event().what().getClass().getSimpleName(),
              one.request().id() + "#" + one.event().sequence());
      sim.checks().published(one.request().id(), one.event());
      sim.people().heard(one.request(), one.event());
    }
    sim.step();
    return !fails;
  }

  @Override
  public boolean publishConflict(ChargeRequest refused, Instant at) {
    sim.step();
    boolean fails = sim.faults().outlet();
    if (!fails || inPart(1) == 1) {
      sim.trace().say(worker.name(), "publish conflict", refused.id().value());
      sim.checks().conflictTold(refused);
    }
    sim.step();
    return !fails;
  }

  private int inPart(int all) {
    return sim.faults().outletIsAway() ? 0 : sim.dice().below(all + 1);
  }
}
