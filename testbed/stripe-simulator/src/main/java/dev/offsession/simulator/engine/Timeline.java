package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What must happen later, by the simulated clock. Thread-safe; it starts no thread itself. */
public final class Timeline {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence));
  private long sequence;

  /** Plans a task. Tasks for the same moment run in the order in which they were planned. */
  public synchronized void at(Instant moment, Runnable task) {
    entries.add(new Entry(moment, sequence++, task));
  }

  /** Runs everything that is due, including what becomes due by running it. */
  public void runDue(Instant now) {
    Optional<Runnable> next = takeDue(now);
    while (next.isPresent()) {
      next.get().run();
      next = takeDue(now);
    }
  }

  /** Forgets every task. */
  public synchronized void clear() {
    entries.clear();
  }

  private synchronized Optional<Runnable> takeDue(Instant now) {
    Entry head = entries.peek();
    if (head == null || head.at.isAfter(now)) {
      return Optional.empty();
    }
    entries.poll();
    return Optional.of(head.task);
  }

  private record Entry(Instant at, long sequence, Runnable task) {}
}
