package dev.offsession.ingest.backfill;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Calls the worker every second, from when the service is ready until it stops. */
final class BackfillLoop implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

  private static final long TICK_SECONDS = 1;

  private final BackfillWorker worker;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("backfill").factory());

  BackfillLoop(BackfillWorker worker) {
    this.worker = worker;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    var _ = thread.scheduleWithFixedDelay(worker::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
  }

  /** A pass under way ends at its next step; the next instance begins where it began. */
  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
