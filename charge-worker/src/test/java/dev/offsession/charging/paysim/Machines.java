package dev.offsession.charging.paysim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where processes run: they die, come back, stop, and change places in the consumer group. */
final class Machines {
  /** A member that is not heard of for so long loses its partitions. */
  private static final long SESSION = Duration.ofSeconds(45).toMillis();

  private final Simulation sim;
  private final Mutation mutation;
  private final @Nullable Worker[] slots;
  private final int[] lives;

  Machines(Simulation sim, Mutation mutation, int processes) {
    this.sim = sim;
    this.mutation = mutation;
    this.slots = new @Nullable Worker[processes];
    this.lives = new int[processes];
  }

  void startAll() {
    for (int slot = 0; slot < slots.length; slot++) {
      start(slot);
    }
    sim.timeline().in(sim.dice().millis(60_000, 7_200_000), this::disturb);
  }

  private void start(int slot) {
    if (slots[slot] == null) {
      String name = "w" + slot + "." + ++lives[slot];
      slots[slot] = new Worker(sim, name, skew(), mutation);
      sim.trace().say(name, "starts", "");
      rebalance();
    }
  }

  private long skew() {
    long max = sim.plan().skewMax();
    return max == 0 ? 0 : sim.dice().millis(-max, max + 1);
  }

  /** Now and then the group shares its work out anew, or a clock jumps. */
  private void disturb() {
    if (sim.faults().isHealed()) {
      return;
    }
    if (sim.dice().chance(0.7)) {
      rebalance();
    } else {
      List<Worker> members = members();
      if (members.isEmpty()) {
        sim.timeline().in(60_000, this::disturb);
        return;
      }
      Worker worker = sim.dice().any(members);
      worker.skew(sim.dice().chance(0.3) ? -Duration.ofHours(1).toMillis() : skew());
      sim.trace().say(worker.name(), "clock jumps", "");
    }
    sim.timeline().in(sim.dice().millis(60_000, 86_400_000), this::disturb);
  }

  /** The running process dies here and now; its machine starts another later. */
  void crash(Worker worker) {
    int slot = Arrays.asList(slots).indexOf(worker);
    sim.trace().say(worker.name(), "DIES", "");
    worker.die();
    slots[slot] = null;
    long away =
        sim.dice().chance(0.1)
            ? sim.dice().millis(Duration.ofMinutes(5), Duration.ofHours(26))
            : sim.dice().millis(1_000, 60_000);
    sim.timeline().in(away, () -> start(slot));
    sim.timeline().in(Math.min(away, SESSION), this::rebalance);
  }

  /** The running process stops, with everything in its hands. */
  void freeze(Worker worker) {
    long millis = sim.dice().millis(Duration.ofSeconds(5), Duration.ofHours(2));
    sim.trace().say(worker.name(), "STOPS", millis / 1000 + " s");
    worker.freeze(millis);
    sim.timeline().in(millis, this::rebalance);
    if (millis > SESSION) {
      sim.timeline().in(SESSION, this::rebalance);
    }
  }

  /** Everything runs again. */
  void heal() {
    for (int slot = 0; slot < slots.length; slot++) {
      Worker worker = slots[slot];
      if (worker == null) {
        start(slot);
      } else {
        worker.thaw();
      }
    }
    rebalance();
  }

  private void rebalance() {
    List<Worker> members = members().stream().filter(worker -> !worker.isFrozen()).toList();
    sim.kafka().rebalance(members, sim.dice());
  }

  /** All that live. */
  List<Worker> members() {
    List<Worker> members = new ArrayList<>();
    for (Worker worker : slots) {
      if (worker != null) {
        members.add(worker);
      }
    }
    return members;
  }

  void dueChanged(Instant due) {
    for (Worker worker : slots) {
      if (worker != null) {
        worker.dueWatch().dueChanged(due);
      }
    }
  }
}
