package dev.offsession.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The simulator's only clock: real time, moved by an offset that tests control. */
public final class SimulatedClock {
  private final InstantSource realTime;
  private volatile Duration offset = Duration.ZERO;

  /** A clock that starts at the real time of the given source. */
  public SimulatedClock(InstantSource realTime) {
    this.realTime = realTime;
  }

  /** The simulated moment. */
  public Instant now() {
    return realTime.instant().plus(offset);
  }

  /** Moves the clock forward; it never runs backwards. */
  public synchronized void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("The clock cannot go back");
    }
    offset = offset.plus(step);
  }

  /** Back to real time. */
  public synchronized void reset() {
    offset = Duration.ZERO;
  }
}
