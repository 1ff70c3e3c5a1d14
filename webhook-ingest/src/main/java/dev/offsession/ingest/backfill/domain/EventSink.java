package dev.offsession.ingest.backfill.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where missing events go. */
public interface EventSink {

  /**
   * Publishes events, oldest first, and returns when Kafka has all of them.
   *
   * @param account the connected account they were asked from, null for the account itself
   * @return how many were published; the others cannot be taken in
   * @throws BackfillException when Kafka did not take all in time; some may be on the topic
   */
  int publish(@Nullable String account, List<ListedEvent> events);
}
