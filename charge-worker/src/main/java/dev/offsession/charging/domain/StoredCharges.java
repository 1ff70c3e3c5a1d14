package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store's word on what was paid, for reports. */
public interface StoredCharges {
  /**
   * Paid charges that were received in this time.
   *
   * @param from UTC, included
   * @param to UTC, excluded
   */
  List<StoredCharge> paidAndReceivedBetween(Instant from, Instant to);

  /** These charges, paid or not; those that do not exist are left out. */
  List<StoredCharge> find(Collection<ChargeRequestId> requests);
}
