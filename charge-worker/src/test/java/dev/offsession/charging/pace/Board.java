package dev.offsession.charging.pace;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The board in memory; counts its operations. */
public final class Board implements PaceBoard {
  final Map<String, Long> beats = new HashMap<>();
  final Map<Lane, RateCut> cuts = new EnumMap<>(Lane.class);
  int operations;

  @Override
  public Notes beat(String instance, Set<String> gone) {
    operations++;
    beats.merge(instance, 1L, Long::sum);
    beats.keySet().removeAll(gone);
    return new Notes(beats, cuts);
  }

  @Override
  public void cut(Lane lane, RateCut cut) {
    operations++;
    RateCut noted = cuts.get(lane);
    if (noted == null || noted.number() < cut.number()) {
      cuts.put(lane, cut);
    }
  }

  @Override
  public void leave(String instance) {
    operations++;
    beats.remove(instance);
  }
}
