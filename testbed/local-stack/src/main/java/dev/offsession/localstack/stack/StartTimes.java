package dev.offsession.localstack.stack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long each part took to start. */
public final class StartTimes {
  private final Map<String, Duration> times = new ConcurrentHashMap<>();
  private final long begin = System.nanoTime();

  void measure(String part, Runnable work) {
    long start = System.nanoTime();
    work.run();
    times.put(part, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Time of one part; zero when it did not take part. */
  public Duration of(String part) {
    return times.getOrDefault(part, Duration.ZERO);
  }

  /** Time since the start began. */
  public Duration total() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
