package dev.offsession.ingest.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files with signing secrets again and again. By content, not by date: a mounted
 * secret is replaced by moving a link, which file watchers miss.
 */
final class SecretReload implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SecretReload.class);

  private final Endpoints endpoints;
  private final MeterRegistry meters;
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("secret-reload").factory());

  SecretReload(Endpoints endpoints, MeterRegistry meters) {
    this.endpoints = endpoints;
    this.meters = meters;
    Gauge.builder("offsession.webhook.secrets.broken", broken, Set::size)
        .description("Endpoints whose file with secrets cannot be used; the old ones are in force")
        .register(meters);
  }

  void every(Duration interval) {
    long millis = interval.toMillis();
    var _ = thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Never throws: a thrown exception would end the schedule. */
  void look() {
    endpoints.all().forEach(this::look);
  }

  private void look(Endpoint endpoint) {
    switch (endpoint.secrets().reload()) {
      case UNCHANGED -> broken.remove(endpoint.name());
      case RELOADED -> {
        broken.remove(endpoint.name());
        count(endpoint, "RELOADED");
        log.info("Endpoint {}: new signing secrets are in force", endpoint.name());
      }
      case REFUSED -> {
        if (broken.add(endpoint.name())) {
          count(endpoint, "REFUSED");
          log.error(
              "Endpoint {}: the file with its signing secrets cannot be used; those from before"
                  + " stay in force",
              endpoint.name());
        }
      }
    }
  }

  private void count(Endpoint endpoint, String outcome) {
    meters
        .counter(
            "offsession.webhook.secrets.reloads", "endpoint", endpoint.name(), "outcome", outcome)
        .increment();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
