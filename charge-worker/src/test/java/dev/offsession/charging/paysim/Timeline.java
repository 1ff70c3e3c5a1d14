package dev.offsession.charging.paysim;

import java.util.PriorityQueue;

/** Virtual time: what is to happen, in order; time jumps from one to the next. */
final class Timeline {
  private record Entry(long at, long order, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final long start;
  private long now;
  private long order;

  /**
   * @param start milliseconds since 1970, UTC
   */
  Timeline(long start) {
    this.start = start;
    this.now = start;
  }

  /** True time, in milliseconds since 1970. */
  long now() {
    return now;
  }

  /** Milliseconds since the run began. */
  long elapsed() {
    return now - start;
  }

  void at(long when, Runnable what) {
    entries.add(new Entry(Math.max(when, now), order++, what));
  }

  void in(long millis, Runnable what) {
    at(now + millis, what);
  }

  /** Lets the next thing happen; false when nothing is left. */
  boolean step() {
    Entry next = entries.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.what().run();
    return true;
  }
}
