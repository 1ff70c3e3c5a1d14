package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;

/** Where intents without a charge wait for it. Throws when the store cannot be reached. */
public interface OrphanStore {
  /** One that waits, and since when. */
  record Waiting(OrphanIntent orphan, Instant since) {}

  /** Keeps an intent, due at this moment; one that waits already is left as it is. */
  void park(OrphanIntent orphan, Instant now, Instant dueAt);

  /** Takes up to so many that are due; each is due again after a lease unless it is removed. */
  List<Waiting> claimDue(Instant now, int max);

  /** Its waiting is over. */
  void remove(PaymentIntentId intent);
}
