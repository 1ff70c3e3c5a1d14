package dev.offsession.simulator.faults;

import dev.offsession.simulator.engine.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for their calls. Thread-safe. */
public final class Faults {
  private final Ids chance;
  private final List<Armed> armed = new ArrayList<>();
  private final Map<FaultKind, Integer> fired = new EnumMap<>(FaultKind.class);

  /** No faults; chance comes from the simulator's seed. */
  public Faults(Ids chance) {
    this.chance = chance;
  }

  /** Adds a rule; the first rule that fits a call wins. */
  public synchronized void add(FaultRule rule) {
    armed.add(new Armed(rule));
  }

  /** Forgets every rule. */
  public synchronized void clear() {
    armed.clear();
  }

  /** How many rules are still waiting. */
  public synchronized int size() {
    return armed.size();
  }

  /** The fault that hits this call. */
  public synchronized Optional<Fault> next(FaultRule.Subject call) {
    Optional<Fault> hit =
        armed.stream()
            .filter(candidate -> candidate.rule.fits(call))
            .filter(candidate -> candidate.fires(chance))
            .map(candidate -> candidate.rule.fault())
            .findFirst();
    armed.removeIf(Armed::spent);
    hit.ifPresent(fault -> fired.merge(fault.kind(), 1, Integer::sum));
    return hit;
  }

  /** How often each kind has hit a call since the simulator began. */
  public synchronized Map<FaultKind, Integer> fired() {
    return Map.copyOf(fired);
  }

  private static final class Armed {
    private final FaultRule rule;
    private int seen;
    private int fired;

    private Armed(FaultRule rule) {
      this.rule = rule;
    }

    private boolean fires(Ids chance) {
      seen++;
      boolean now = rule.nth() == null || rule.nth() == seen;
      if (!now || !chance.chance(rule.probability())) {
        return false;
      }
      fired++;
      return true;
    }

    private boolean spent() {
      return rule.nth() == null ? rule.times() > 0 && fired >= rule.times() : seen >= rule.nth();
    }
  }
}
