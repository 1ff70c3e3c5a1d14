package dev.offsession.ingest.backfill.domain;

import java.time.Instant;
import java.util.Optional;

/** What is on the topic already. Not thread-safe; throws {@link BackfillException}. */
public interface TopicEvents extends AutoCloseable {

  /** Creation time of about the newest event; empty for an empty topic. */
  Optional<Instant> newest();

  /**
   * Reads on to the topic's present end, remembering the events created in the slice.
   *
   * @return false when they are more than may be remembered; ask again with a smaller slice
   */
  boolean catchUp(Slice slice);

  /** Whether an event of the slice last caught up with is on the topic. */
  boolean contains(String eventId);

  @Override
  void close();
}
