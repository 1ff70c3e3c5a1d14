package dev.offsession.simulator.faults;

import dev.offsession.simulator.engine.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. Thread-safe. */
public final class Faults {
  private final Ids chance;
  private final List<Armed> armed = new ArrayList<>();

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
    return hit;
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
