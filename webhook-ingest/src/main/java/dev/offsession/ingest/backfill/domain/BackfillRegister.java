package dev.offsession.ingest.backfill.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all instances know of the backfill. Throws {@link BackfillException}. */
public interface BackfillRegister {

  /** How far the topic is known to be complete. */
  Optional<BackfillState> state();

  void store(BackfillState state);

  /** What an operator last asked for. */
  Optional<BackfillRequest> request();

  void ask(BackfillRequest request);

  /**
   * What an operator asks for.
   *
   * @param from creation time of the oldest event wanted; null for all that Stripe lists
   * @param askedAt names the request: a later one is another
   */
  record BackfillRequest(@Nullable Instant from, Instant askedAt) {}
}
