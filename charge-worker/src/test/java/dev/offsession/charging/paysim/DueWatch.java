package dev.offsession.charging.paysim;

import dev.offsession.charging.usecase.DueRound;
import java.time.Instant;

/**
 * The due loop of one process. It looks as often as the service does while there is something to
 * find, and sleeps through the days in which nothing is due.
 */
final class DueWatch {
  private static final long PAUSE = 250;

  private final Simulation sim;
  private final Worker worker;
  private final DueRound round;
  private final Fiber fiber;
  private long wait = -1;
  private long wakesAt = Long.MAX_VALUE;

  DueWatch(Simulation sim, Worker worker, DueRound round) {
    this.sim = sim;
    this.worker = worker;
    this.round = round;
    this.fiber = sim.fibers().start(worker, this::run);
  }

  private void run() {
    if (!worker.mutation().hasDueLoop()) {
      return;
    }
    while (true) {
      int[] taken = {0};
      boolean fine =
          worker.room() == 0
              || worker.attempt("due loop", () -> taken[0] = round.run(worker.room()));
      if (!fine) {
        sim.fibers().pause(sim.dice().millis(500, 30_000));
      } else if (taken[0] == 0) {
        sleep();
      }
    }
  }

  private void sleep() {
    long pause = sim.now() + PAUSE + sim.dice().below(250);
    wait = fiber.nextWait();
    wakesAt = Long.MAX_VALUE;
    if (worker.room() > 0) {
      sim.database().earliestDue().ifPresent(due -> wakeAt(Math.max(pause, trueTime(due))));
    }
    fiber.park();
    wait = -1;
  }

  /** A document is due at this time now. */
  void dueChanged(Instant due) {
    if (wait >= 0 && worker.room() > 0) {
      wakeAt(Math.max(sim.now() + PAUSE, trueTime(due)));
    }
  }

  /** The window has room again. */
  void roomAgain() {
    if (wait >= 0) {
      wakeAt(sim.now() + PAUSE);
    }
  }

  private void wakeAt(long when) {
    if (when < wakesAt) {
      wakesAt = when;
      long which = wait;
      sim.timeline().at(when, () -> fiber.wake(which));
    }
  }

  private long trueTime(Instant due) {
    return due.toEpochMilli() - worker.skew();
  }
}
