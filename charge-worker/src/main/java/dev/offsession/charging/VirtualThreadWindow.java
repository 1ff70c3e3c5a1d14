package dev.offsession.charging;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.usecase.ChargeService;
import dev.offsession.charging.usecase.WorkWindow;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window on virtual threads: so many charges are worked at once, the next ones wait in line. A
 * charge whose work fails is left as it is; its lease ends and it is due again.
 */
final class VirtualThreadWindow implements WorkWindow, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(VirtualThreadWindow.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger inside = new AtomicInteger();
  private final Semaphore places;
  private final int size;
  private final IntSupplier fitting;
  private final BooleanSupplier resting;
  private final Duration closeWithin;
  private final ChargeService charges;

  /**
   * @param size charges worked at once
   * @param fitting how many the pace has room for now
   * @param resting true while nothing may be worked: what comes in stays due in the store
   * @param closeWithin how long work in progress may take when the service stops
   */
  VirtualThreadWindow(
      ChargeService charges,
      int size,
      IntSupplier fitting,
      BooleanSupplier resting,
      Duration closeWithin) {
    this.charges = charges;
    this.size = size;
    this.fitting = fitting;
    this.resting = resting;
    this.places = new Semaphore(size);
    this.closeWithin = closeWithin;
  }

  @Override
  public void work(HeldCharge held) {
    enter(() -> charges.work(held));
  }

  @Override
  public void workIfDue(ChargeRequestId id) {
    enter(() -> charges.workIfDue(id));
  }

  @Override
  public void discard(PaymentIntentId intent) {
    enter(() -> charges.discard(intent));
  }

  /** How many more charges can be worked at once. */
  int room() {
    return resting.getAsBoolean() ? 0 : Math.max(0, most() - inside.get());
  }

  /** How many are inside or in line. */
  int load() {
    return inside.get();
  }

  /** True when the intake should rest. */
  boolean isFull() {
    return room() == 0;
  }

  private int most() {
    return Math.min(size, fitting.getAsInt());
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(closeWithin.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void enter(Runnable task) {
    if (resting.getAsBoolean()) {
      return;
    }
    inside.incrementAndGet();
    try {
      threads.execute(() -> run(task));
    } catch (RejectedExecutionException _) {
      // Stopping: the charge is due in the store, and another process takes it up.
      inside.decrementAndGet();
    }
  }

  private void run(Runnable task) {
    try {
      places.acquire();
      try {
        task.run();
      } finally {
        places.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("Work on a charge failed; it will be due again", e);
    } finally {
      inside.decrementAndGet();
    }
  }
}
