package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.CardHooks;
import java.time.Duration;
import java.time.Instant;

/** What every part of the engine works with. */
record World(
    SimulatedClock clock,
    Ids ids,
    Timeline timeline,
    Store store,
    Journal journal,
    CardHooks hooks,
    EngineSettings settings) {

  Instant now() {
    return clock.now();
  }

  void later(Duration delay, Runnable task) {
    timeline.at(now().plus(delay), task);
  }
}
