package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;

/** Where news of charges goes. */
public interface EventOutlet {
  /** News of one charge. */
  record Announcement(ChargeRequest request, ChargeEvent event) {}

  /**
   * Publishes in order and waits until all of it is durable.
   *
   * @return false when that is not known: the same must be published again, under the same ids
   */
  boolean publish(List<Announcement> news);

  /** Tells that a request came again with other content; the same promise. */
  boolean publishConflict(ChargeRequest refused, Instant at);
}
