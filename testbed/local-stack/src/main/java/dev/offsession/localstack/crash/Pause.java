package dev.offsession.localstack.crash;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for other processes: they tell nobody when they are done. */
public final class Pause {
  private static final Duration STEP = Duration.ofMillis(50);

  private Pause() {}

  /** Whether it came true in time. */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    return until(condition, limit, STEP);
  }

  /** The same for a condition that costs something to look at. */
  static boolean until(BooleanSupplier condition, Duration limit, Duration step) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      of(step);
    }
    return true;
  }

  /** Sleeps. */
  public static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in a crash run", e);
    }
  }
}
