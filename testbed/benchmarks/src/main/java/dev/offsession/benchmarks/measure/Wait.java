package dev.offsession.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, for times and for conditions. */
public final class Wait {
  private static final long LOOK_NANOS = 10_000_000;

  private Wait() {}

  /** Returns at this value of {@link System#nanoTime}, or at once when it has passed. */
  public static void until(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanoTime - System.nanoTime();
    }
  }

  /** Lets some time pass. */
  public static void pass(Duration time) {
    until(System.nanoTime() + time.toNanos());
  }

  /** Waits until something holds. */
  public static boolean until(BooleanSupplier holds, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }
}
