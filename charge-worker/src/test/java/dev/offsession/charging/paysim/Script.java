package dev.offsession.charging.paysim;

/** What people and systems outside want of charge-worker in one run. */
@FunctionalInterface
interface Script {
  /** Everything that chance can think of. */
  Script ANYTHING = sim -> new Story(sim).schedule();

  /** Puts it on the timeline; called before the first step. */
  void schedule(Simulation sim);
}
