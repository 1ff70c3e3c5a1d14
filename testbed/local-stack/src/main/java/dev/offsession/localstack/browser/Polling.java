package dev.offsession.localstack.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again and again until something is so. */
final class Polling {

  private Polling() {}

  /** Throws {@link CustomerStuckException} with the given words when it takes too long. */
  static void until(
      BooleanSupplier done, Duration every, Duration atMost, Supplier<String> otherwise) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new CustomerStuckException(otherwise.get());
      }
      pause(every);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CustomerStuckException("Interrupted while waiting for a page", interrupted);
    }
  }
}
