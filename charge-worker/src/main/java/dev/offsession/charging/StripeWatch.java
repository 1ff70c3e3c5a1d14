package dev.offsession.charging;

import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.SharedPace;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps this instance's share of the pace, and finds out when a refused key is accepted again.
 * Starts before anything is taken in, and ends after.
 */
final class StripeWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StripeWatch.class);
  private static final Duration BEAT = Duration.ofSeconds(2);

  private final SharedPace pace;
  private final KeyCircuit circuit;
  private final BooleanSupplier keyIsAccepted;
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * @param keyIsAccepted asks Stripe
   */
  StripeWatch(SharedPace pace, KeyCircuit circuit, BooleanSupplier keyIsAccepted) {
    this.pace = pace;
    this.circuit = circuit;
    this.keyIsAccepted = keyIsAccepted;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    running = true;
    once();
    thread = Thread.ofVirtual().name("stripe-watch").start(this::loop);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    quietly(pace::leave, "leave the board of the pace");
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One beat, and one probe if it is time. */
  void once() {
    quietly(pace::beat, "announce this instance's pace");
    if (circuit.takeProbe() && keyIsAccepted.getAsBoolean()) {
      circuit.probed();
      log.warn("Stripe accepts the API key again; charges go on");
    }
  }

  private void loop() {
    try {
      while (running) {
        Thread.sleep(BEAT);
        once();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The store is away: the share stays what it is. */
  private void quietly(Runnable task, String what) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.debug("Could not {}: {}", what, e.toString());
    }
  }
}
