package dev.offsession.charging.pace;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The board in memory, with a clock of its own; counts its operations. */
public final class Board implements PaceBoard {
  final Map<String, Long> beats = new HashMap<>();
  final Map<Lane, RateCut> cuts = new EnumMap<>(Lane.class);
  private final Map<Lane, Long> cutAt = new EnumMap<>(Lane.class);
  int operations;
  private final LongSupplier nanos;

  /**
   * @param nanos its clock
   */
  public Board(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Notes beat(String instance, Set<String> gone) {
    operations++;
    beats.put(instance, nanos.getAsLong());
    beats.keySet().removeAll(gone);
    Map<String, Duration> ages = new HashMap<>();
    beats.forEach((id, at) -> ages.put(id, Duration.ofNanos(nanos.getAsLong() - at)));
    Map<Lane, NotedCut> noted = new EnumMap<>(Lane.class);
    cuts.forEach((lane, cut) ->
        noted.put(
            lane,
            new NotedCut(cut, Duration.ofNanos(nanos.getAsLong() - cutAt.getOrDefault(lane, 0L)))));
    return new Notes(ages, noted);
  }

  @Override
  public void cut(Lane lane, RateCut cut) {
    operations++;
    RateCut noted = cuts.get(lane);
    if (noted == null || noted.number() < cut.number()) {
      cuts.put(lane, cut);
      cutAt.put(lane, nanos.getAsLong());
    }
  }

  @Override
  public void leave(String instance) {
    operations++;
    beats.remove(instance);
  }
}
