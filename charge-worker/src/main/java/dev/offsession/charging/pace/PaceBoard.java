package dev.offsession.charging.pace;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the instances tell each other. Throws when the store cannot be reached; whoever calls keeps
 * the pace it has.
 */
public interface PaceBoard {
  /**
   * The board at one moment.
   *
   * @param ages how long ago each instance announced itself, by the store's own clock
   * @param cuts the latest cut of each lane that ever had one
   */
  record Notes(Map<String, Duration> ages, Map<Lane, NotedCut> cuts) {
    public Notes {
      ages = Map.copyOf(ages);
      cuts = Map.copyOf(cuts);
    }

    /** Who has not announced itself for so long. */
    Set<String> silentFor(Duration time) {
      return ages.entrySet().stream()
          .filter(entry -> entry.getValue().compareTo(time) >= 0)
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * A cut on the board.
   *
   * @param age how long ago it was noted, by the store's own clock; the rate has grown since
   */
  record NotedCut(RateCut cut, Duration age) {}

  /** Announces an instance, takes those off who are gone, and reads the board: one operation. */
  Notes beat(String instance, Set<String> gone);

  /** Writes a cut unless another instance has written one of the same number. */
  void cut(Lane lane, RateCut cut);

  /** Takes an instance off at once, so that the others need not wait. */
  void leave(String instance);
}
