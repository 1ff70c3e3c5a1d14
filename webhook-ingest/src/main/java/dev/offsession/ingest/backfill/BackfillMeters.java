package dev.offsession.ingest.backfill;

import dev.offsession.ingest.backfill.domain.Progress;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the backfill does. */
record BackfillMeters(MeterRegistry meters) {

  void ended(Progress pass) {
    String trigger = pass.trigger().name();
    String outcome = pass.failure() == null ? "COMPLETE" : "FAILED";
    meters
        .counter("offsession.backfill.passes", "trigger", trigger, "outcome", outcome)
        .increment();
    events("LISTED", pass.listed());
    events("PUBLISHED", pass.published());
    events("REFUSED", pass.refused());
  }

  /** Events may be lost for good: a person has to compare with Stripe's dashboard. */
  void edgeReached() {
    meters.counter("offsession.backfill.edge.reached").increment();
  }

  private void events(String outcome, long count) {
    meters.counter("offsession.backfill.events", "outcome", outcome).increment((double) count);
  }
}
