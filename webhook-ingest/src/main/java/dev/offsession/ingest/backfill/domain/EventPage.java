package dev.offsession.ingest.backfill.domain;

import java.util.List;

/**
 * One answer of Stripe's event list, newest event first.
 *
 * @param more whether older events of the same question follow
 */
public record EventPage(List<ListedEvent> events, boolean more) {}
