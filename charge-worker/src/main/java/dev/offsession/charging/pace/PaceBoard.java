package dev.offsession.charging.pace;

import java.util.Map;
import java.util.Set;

/**
 * What the instances tell each other. Throws when the store cannot be reached; whoever calls keeps
 * the pace it has.
 */
public interface PaceBoard {
  /**
   * The board at one moment.
   *
   * @param beats how often each instance has announced itself
   * @param cuts the latest cut of each lane that ever had one
   */
  record Notes(Map<String, Long> beats, Map<Lane, RateCut> cuts) {
    public Notes {
      beats = Map.copyOf(beats);
      cuts = Map.copyOf(cuts);
    }
  }

  /** Announces an instance, takes those off who are gone, and reads the board: one operation. */
  Notes beat(String instance, Set<String> gone);

  /** Writes a cut unless another instance has written one of the same number. */
  void cut(Lane lane, RateCut cut);

  /** Takes an instance off at once, so that the others need not wait. */
  void leave(String instance);
}
