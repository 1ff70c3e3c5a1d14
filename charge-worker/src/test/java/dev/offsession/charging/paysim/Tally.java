package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.StateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What many runs came to; may be added to from several threads. */
final class Tally {
  private static final int KEPT = 20;

  private final Map<StateName, Long> ends = new EnumMap<>(StateName.class);
  private final List<Outcome> violations = new ArrayList<>();
  private long seeds;
  private long steps;
  private long virtualMillis;
  private long violated;

  synchronized void add(Outcome outcome) {
    seeds++;
    steps += outcome.steps();
    virtualMillis += outcome.virtualMillis();
    outcome.ends().forEach((state, count) -> ends.merge(state, (long) count, Long::sum));
    if (outcome.violation().isPresent()) {
      violated++;
      if (violations.size() < KEPT) {
        violations.add(outcome);
      }
    }
  }

  synchronized long seeds() {
    return seeds;
  }

  synchronized long steps() {
    return steps;
  }

  synchronized long violated() {
    return violated;
  }

  synchronized Duration simulated() {
    return Duration.ofMillis(virtualMillis);
  }

  /** Some of the runs in which a promise was broken. */
  synchronized List<Outcome> violations() {
    return List.copyOf(violations);
  }

  synchronized Map<StateName, Long> ends() {
    return Collections.unmodifiableMap(new EnumMap<>(ends));
  }
}
