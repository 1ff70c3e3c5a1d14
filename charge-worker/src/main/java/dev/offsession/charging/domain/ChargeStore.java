package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where charges are kept: one document each, durable on a majority before a method returns. Throws
 * when the store cannot be reached or does not know whether it wrote: the caller gives up the
 * charge, and whoever is next finds it due.
 */
public interface ChargeStore {

  /**
   * Stores new charges, each held by us until the lease ends.
   *
   * @return one result per decision, in order
   */
  List<Insertion> insert(List<Decision> births, Instant leaseEnds);

  /** Puts a charge in the place of a cancellation that waited for it; empty if that is gone. */
  Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds);

  /** Reads a charge without holding it: a write with what was read holds, or changes nothing. */
  Optional<HeldCharge> find(ChargeRequestId id);

  /** Takes up to so many charges that are due, the longest waiting first. */
  List<HeldCharge> claimDue(Instant now, int max);

  /** Takes this charge if it is due. */
  Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now);

  /**
   * Writes one change.
   *
   * @return the charge as it is now; empty when somebody else has written or claimed it since, and
   *     nothing was written
   */
  Optional<HeldCharge> save(HeldCharge held, StoreChange change);

  /** Makes the unfinished charges of a customer due at once, and returns their ids. */
  List<ChargeRequestId> wakeWaiting(CustomerReference customer, Instant now);

  /**
   * Keeps a cancellation whose request has not come yet.
   *
   * @return false when the charge exists, and nothing was kept
   */
  boolean keepCancellation(ChargeRequestId id, String reason, Instant now);
}
