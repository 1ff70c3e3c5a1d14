package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.measure.Latencies;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the shots of one kind. */
public final class Tally {
  /** Stands for a shot without an answer. */
  public static final int NO_ANSWER = 0;

  private final Latencies fromIntended = new Latencies();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final Map<Integer, Latencies> fromSent = new ConcurrentHashMap<>();

  void record(int status, long intended, long sent, long answered) {
    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    fromSent.computeIfAbsent(status, _ -> new Latencies()).record(answered - sent);
    fromIntended.record(answered - intended);
  }

  /** From the moment at which each was meant to be sent. */
  public Latencies latencies() {
    return fromIntended;
  }

  /** From the moment at which each really was sent, for answers with one status. */
  public Latencies serviceTime(int status) {
    return fromSent.getOrDefault(status, new Latencies());
  }

  /** How many got this answer. */
  public long count(int status) {
    LongAdder count = statuses.get(status);
    return count == null ? 0 : count.sum();
  }

  /** How many there were. */
  public long count() {
    return statuses.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How many got another answer than this one. */
  public long countOther(int status) {
    return count() - count(status);
  }

  /** Answers by status. */
  public Map<Integer, Long> statuses() {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }
}
