package dev.offsession.charging.paysim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Looks for one mistake, several times from different seeds.
 *
 * @param tries how often it was looked for
 * @param seedsUntilFound for each time it was found, how many seeds that took
 * @param rules which promise was seen broken, with how often
 */
record Hunt(Mutant mutant, int tries, List<Long> seedsUntilFound, Map<String, Integer> rules) {
  private static final long APART = 1_000_000;

  static Hunt of(Mutant mutant, int tries, long seedsMax) {
    List<Long> found = new ArrayList<>();
    Map<String, Integer> rules = new TreeMap<>();
    for (int i = 0; i < tries; i++) {
      long from = i * APART + 1;
      for (long seed = from; seed < from + seedsMax; seed++) {
        Optional<Violation> violation = Simulation.run(seed, mutant.mutation(), false).violation();
        if (violation.isPresent()) {
          found.add(seed - from + 1);
          rules.merge(violation.get().rule(), 1, Integer::sum);
          break;
        }
      }
    }
    return new Hunt(mutant, tries, List.copyOf(found), rules);
  }

  /** True when it was found each time. */
  boolean killed() {
    return seedsUntilFound.size() == tries;
  }

  /** Mean number of seeds until it was found; empty when it never was. */
  OptionalDouble meanSeeds() {
    return seedsUntilFound.stream().mapToLong(Long::longValue).average();
  }
}
