package dev.offsession.ingest.backfill.domain;

/** Stripe's list of the events of the last 30 days. */
public interface EventList {

  /** Up to 100 events. Throws {@link BackfillException} when Stripe gives no usable answer. */
  EventPage page(EventQuery query);
}
