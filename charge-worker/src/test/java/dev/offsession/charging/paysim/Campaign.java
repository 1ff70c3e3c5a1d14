package dev.offsession.charging.paysim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Many runs, one seed after the other, on as many threads as are given. */
final class Campaign {
  private static final int VIOLATIONS_MAX = 100;

  private Campaign() {}

  /**
   * Runs seeds and waits for all of them; gives up after many violations.
   *
   * @param progress told after each run, on any thread
   */
  static Tally run(long firstSeed, long seeds, int threads, Consumer<Tally> progress) {
    Tally tally = new Tally();
    AtomicLong next = new AtomicLong(firstSeed);
    AtomicBoolean enough = new AtomicBoolean();
    Runnable work =
        () -> {
          long seed;
          while (!enough.get() && (seed = next.getAndIncrement()) < firstSeed + seeds) {
            tally.add(Simulation.run(seed, Mutation.NONE, false));
            enough.set(tally.violated() >= VIOLATIONS_MAX);
            progress.accept(tally);
          }
        };
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(Thread.ofPlatform().name("paysim-" + i).daemon().start(work));
    }
    all.forEach(Campaign::join);
    return tally;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the runs went on", e);
    }
  }
}
