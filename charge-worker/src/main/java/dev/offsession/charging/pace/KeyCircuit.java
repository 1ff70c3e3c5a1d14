package dev.offsession.charging.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Open while Stripe refuses our key: nothing is sent, taken in or taken up. It closes when a probe
 * finds the key accepted. A key that may read but not charge is accepted by the probe and refused
 * again; then the pause doubles, up to 16 times, so that charges do not cycle.
 *
 * <p>Each instance has its own: while a key is changed, instances have different ones.
 */
public final class KeyCircuit {
  private static final int DOUBLINGS_MAX = 4;

  private final long pauseNanos;
  private final LongSupplier nanos;
  private boolean open;
  private int openings;
  private long probeAtNanos;

  /**
   * @param pause before the key is probed
   * @param nanos a clock that never jumps
   */
  public KeyCircuit(Duration pause, LongSupplier nanos) {
    this.pauseNanos = pause.toNanos();
    this.nanos = nanos;
  }

  /** True while nothing may be sent. */
  public synchronized boolean isOpen() {
    return open;
  }

  /** Stripe refused the key. */
  public synchronized void refused() {
    if (!open) {
      open = true;
      openings++;
      waitForProbe();
    }
  }

  /** Stripe did what a charge asked: the key is good. */
  public synchronized void accepted() {
    if (!open) {
      openings = 0;
    }
  }

  /** True when it is time to find out; then no other probe is due for another pause. */
  public synchronized boolean takeProbe() {
    if (!open || nanos.getAsLong() - probeAtNanos < 0) {
      return false;
    }
    waitForProbe();
    return true;
  }

  /** The probe found the key accepted. */
  public synchronized void probed() {
    open = false;
  }

  private void waitForProbe() {
    int doublings = Math.min(openings - 1, DOUBLINGS_MAX);
    probeAtNanos = nanos.getAsLong() + (pauseNanos << doublings);
  }
}
