package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.measure.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests at given moments over a fixed number of kept connections, at little cost of
 * its own: it shares the processors with what it measures.
 */
public final class HttpLoad {
  private final URI target;
  private final int connections;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  /**
   * @param connections most requests that can be under way at once
   */
  public HttpLoad(URI target, int connections) {
    this.target = target;
    this.connections = connections;
  }

  /**
   * Sends for some time and waits for the last answer.
   *
   * @param perSecond at equal distances; 0 for as fast as answers come
   * @param shots makes the next request, each connection on its own thread
   * @return the time from the first send to the last answer
   */
  public Duration run(double perSecond, Duration length, Supplier<Shot> shots) {
    Schedule schedule = new Schedule(perSecond, length);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        threads.execute(() -> send(schedule, shots));
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What became of the requests of one kind, in all runs so far. */
  public Tally tally(String kind) {
    return tallies.computeIfAbsent(kind, _ -> new Tally());
  }

  private void send(Schedule schedule, Supplier<Shot> shots) {
    @Nullable HttpLine line = null;
    long at = schedule.next();
    while (at != Schedule.OVER) {
      Shot shot = shots.get();
      Wait.until(at);
      line = send(line, shot, at);
      at = schedule.next();
    }
    close(line);
  }

  /** Returns the connection when it can be used again. */
  private @Nullable HttpLine send(@Nullable HttpLine line, Shot shot, long at) {
    long sent = System.nanoTime();
    int status = Tally.NO_ANSWER;
    @Nullable HttpLine kept = line;
    try {
      kept = line == null ? HttpLine.open(target) : line;
      status = kept.exchange(shot);
    } catch (IOException e) {
      close(kept);
      kept = null;
    }
    tally(shot.kind()).record(status, at, sent, System.nanoTime());
    if (kept != null && !kept.isReusable()) {
      close(kept);
      kept = null;
    }
    return kept;
  }

  private static void close(@Nullable HttpLine line) {
    if (line == null) {
      return;
    }
    try {
      line.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
