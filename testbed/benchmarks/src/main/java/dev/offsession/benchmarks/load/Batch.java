package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.measure.Latencies;
import dev.offsession.benchmarks.measure.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Charge requests of one measurement, by number, and when each was sent and paid. Times are those
 * of {@link System#nanoTime}.
 */
public final class Batch {
  private static final AtomicInteger BATCHES = new AtomicInteger();
  private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

  private final String name;
  private final int size;
  private final AtomicLongArray sentAt;
  private final AtomicLongArray paidAt;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger paid = new AtomicInteger();
  private final AtomicInteger otherEnds = new AtomicInteger();

  /** Requests that nobody has sent yet; their ids are like no others'. */
  public Batch(String what, int size) {
    this.name = "%s.%s.%d".formatted(what, RUN, BATCHES.incrementAndGet());
    this.size = size;
    this.sentAt = new AtomicLongArray(size);
    this.paidAt = new AtomicLongArray(size);
  }

  String name() {
    return name;
  }

  /** How many requests there are. */
  public int size() {
    return size;
  }

  /** The request id of a number. */
  public String id(int number) {
    return name + "-" + number;
  }

  void sent(int number, long intendedNanos) {
    sentAt.set(number, intendedNanos);
    sent.incrementAndGet();
  }

  void paid(int number, long nanos) {
    if (paidAt.compareAndSet(number, 0, nanos)) {
      paid.incrementAndGet();
    }
  }

  void endedOtherwise() {
    otherEnds.incrementAndGet();
  }

  /** How many are paid. */
  public int paidCount() {
    return paid.get();
  }

  /** How many ended, but not paid. */
  public int otherEndsCount() {
    return otherEnds.get();
  }

  /** How many were published. */
  public int sentCount() {
    return sent.get();
  }

  /** Whether this one is paid. */
  public boolean isPaid(int number) {
    return paidAt.get(number) != 0;
  }

  /** Waits until so many are paid, or cannot be any more because others ended otherwise. */
  public boolean awaitPaid(int count, Duration limit) {
    Wait.until(() -> paid.get() >= count || paid.get() + otherEnds.get() >= size, limit);
    return paid.get() >= count;
  }

  /** How many were paid between two moments. */
  public int paidBetween(long from, long to) {
    return (int) times().filter(at -> at >= from && at < to).count();
  }

  /**
   * Payments per second between two moments, from the first payment within to the last.
   *
   * @return not a number when fewer than two were paid
   */
  public double rateBetween(long from, long to) {
    long[] within = times().filter(at -> at >= from && at < to).sorted().toArray();
    return within.length < 2
        ? Double.NaN
        : (within.length - 1) * 1e9 / (within[within.length - 1] - within[0]);
  }

  /** When the first was paid; the greatest number when none is. */
  public long firstPaidAt() {
    return times().min().orElse(Long.MAX_VALUE);
  }

  /** When the last was paid. */
  public long lastPaidAt() {
    return times().max().orElse(0);
  }

  private java.util.stream.LongStream times() {
    return java.util.stream.IntStream.range(0, size).mapToLong(paidAt::get).filter(at -> at != 0);
  }

  /**
   * From the moment at which each request was meant to be sent until it was paid.
   *
   * @param lessNanos taken off each: the time that Stripe was told to take
   */
  public Latencies latencies(long lessNanos) {
    Latencies latencies = new Latencies();
    for (int i = 0; i < size; i++) {
      if (paidAt.get(i) != 0 && sentAt.get(i) != 0) {
        latencies.record(paidAt.get(i) - sentAt.get(i) - lessNanos);
      }
    }
    return latencies;
  }

  /**
   * The earliest moment from which on the p99 is within a goal: of all requests meant to be sent
   * since, no more than one in a hundred took longer or is not paid.
   *
   * @param from no earlier than this
   * @param goalNanos the goal
   * @return the moment; {@link Long#MAX_VALUE} when there is none
   */
  public long p99WithinFrom(long from, long goalNanos) {
    long earliest = Long.MAX_VALUE;
    int seen = 0;
    int slow = 0;
    for (int i = size - 1; i >= 0; i--) {
      long at = sentAt.get(i);
      if (at == 0 || at < from) {
        continue;
      }
      seen++;
      slow += paidAt.get(i) == 0 || paidAt.get(i) - at > goalNanos ? 1 : 0;
      if (100 * slow <= seen) {
        earliest = at;
      }
    }
    return earliest;
  }

  /** Latencies of the requests sent in each whole second after a moment, as p99 in milliseconds. */
  public List<Double> p99BySecond(long from, int seconds) {
    List<Double> byGiven = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      long begin = from + second * 1_000_000_000L;
      Latencies latencies = new Latencies();
      for (int i = 0; i < size; i++) {
        if (sentAt.get(i) >= begin
            && sentAt.get(i) < begin + 1_000_000_000L
            && paidAt.get(i) != 0) {
          latencies.record(paidAt.get(i) - sentAt.get(i));
        }
      }
      byGiven.add(latencies.p99());
    }
    return byGiven;
  }

  @Override
  public String toString() {
    return name + Arrays.asList(sent.get(), paid.get());
  }
}
