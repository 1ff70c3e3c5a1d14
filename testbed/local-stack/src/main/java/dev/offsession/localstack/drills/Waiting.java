package dev.offsession.localstack.drills;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, with a limit. */
final class Waiting {

  private static final Duration STEP = Duration.ofMillis(50);

  private Waiting() {}

  /** Whether it came true in time. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in a drill", e);
    }
  }
}
