package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.PromptStore.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Claims due prompts and advances each on a thread of its own, a bounded number at a time. Looks
 * when woken, and at the latest after the poll interval.
 */
final class PromptDispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PromptDispatcher.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final PromptStore prompts;
  private final PromptDelivery delivery;
  private final PromptingProperties settings;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore window;
  private volatile boolean running;
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PromptDispatcher(
      PromptStore prompts, PromptDelivery delivery, PromptingProperties settings, Clock clock) {
    this.prompts = prompts;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
    this.window = new Semaphore(settings.windowMax());
  }

  /** Something became due: look now. */
  void wake() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    threads = Executors.newVirtualThreadPerTaskExecutor();
    threads.execute(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        if (!dispatchDue()) {
          rest();
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        log.warn("could not claim due prompts: {}", e.toString());
        restQuietly();
      }
    }
  }

  /** True when something was due, so that it pays to look again at once. */
  private boolean dispatchDue() throws InterruptedException {
    window.acquire();
    var free = 1 + window.drainPermits();
    var started = 0;
    try {
      for (var claim : prompts.claimDue(clock.instant(), free)) {
        threads.execute(() -> advance(claim));
        started++;
      }
    } finally {
      window.release(free - started);
    }
    return started > 0;
  }

  private void advance(Claim claim) {
    try {
      delivery.advance(claim);
    } catch (RuntimeException e) {
      log.warn("prompt {}: {}; tried again after the lease", claim.prompt().id(), e.toString());
    } finally {
      window.release();
      wake();
    }
  }

  private void rest() throws InterruptedException {
    if (wake.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private void restQuietly() {
    try {
      Thread.sleep(settings.pollInterval());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
