package dev.offsession.ingest.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What became of webhooks, why some were refused, and how long an answer took. */
record IntakeMeters(MeterRegistry meters) {

  void ended(String endpoint, Intake outcome, Duration took) {
    meters
        .timer("offsession.webhooks", "endpoint", endpoint, "outcome", outcome.name())
        .record(took);
  }

  void refused(String endpoint, String reason) {
    meters
        .counter("offsession.webhooks.refused", "endpoint", endpoint, "reason", reason)
        .increment();
  }
}
