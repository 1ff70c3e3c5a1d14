package dev.offsession.ingest.backfill.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of Stripe's event list.
 *
 * @param account the connected account asked for, null for the account itself
 * @param undeliveredOnly only events that some endpoint has not taken ({@code delivery_success})
 * @param after id of the last event of the page before, null for the first page
 */
public record EventQuery(
    @Nullable String account, Slice slice, boolean undeliveredOnly, @Nullable String after) {

  /** The page behind the one that ended with this event. */
  public EventQuery after(String lastId) {
    return new EventQuery(account, slice, undeliveredOnly, lastId);
  }
}
