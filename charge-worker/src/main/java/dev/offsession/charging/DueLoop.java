package dev.offsession.charging;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the due rounds, one after the other, as long as the service runs. */
final class DueLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DueLoop.class);

  private final IntUnaryOperator round;
  private final IntSupplier room;
  private final Runnable afterEach;
  private final Duration pause;
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * @param round takes up no more than so many, and returns how many it took
   * @param room how many may be taken up now
   * @param afterEach what else to do as often
   * @param pause between rounds that found nothing
   */
  DueLoop(IntUnaryOperator round, IntSupplier room, Runnable afterEach, Duration pause) {
    this.round = round;
    this.room = room;
    this.afterEach = afterEach;
    this.pause = pause;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("due-loop").start(this::loop);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop() {
    while (running) {
      if (once() == 0) {
        sleep();
      }
    }
  }

  private int once() {
    try {
      int most = room.getAsInt();
      int taken = most == 0 ? 0 : round.applyAsInt(most);
      afterEach.run();
      return taken;
    } catch (RuntimeException e) {
      if (running) {
        log.warn("A due round failed, next in {}: {}", pause, e.toString());
      }
      return 0;
    }
  }

  private void sleep() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
