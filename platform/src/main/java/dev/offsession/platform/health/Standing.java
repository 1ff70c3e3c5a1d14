package dev.offsession.platform.health;

import java.time.Instant;
import java.util.Optional;

/**
 * What the last look found.
 *
 * @param trouble what is wrong; empty when the part serves
 * @param since when it was first found so
 */
record Standing(Optional<String> trouble, Instant since) {

  boolean serves() {
    return trouble.isEmpty();
  }

  /** The same news keeps its time; the sentence may have become a better one. */
  Standing next(Optional<String> found, Instant now) {
    return new Standing(found, found.isEmpty() == serves() ? since : now);
  }
}
