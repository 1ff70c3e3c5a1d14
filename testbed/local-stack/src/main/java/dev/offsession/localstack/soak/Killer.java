package dev.offsession.localstack.soak;

import dev.offsession.localstack.crash.Pause;
import dev.offsession.parts.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Kills a process of any service every few seconds, as {@code kill -9} does; it starts again. */
final class Killer implements AutoCloseable {
  private final Supplier<List<ChildProcess>> serving;
  private final Runnable tend;
  private final Duration every;
  private final Random random;
  private final Map<String, Integer> kills = new TreeMap<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("killer").unstarted(this::run);
  private final AtomicInteger missed = new AtomicInteger();
  private volatile boolean done;

  /**
   * @param serving who can be killed now
   * @param tend starts again whoever is dead
   * @param every zero kills nobody
   */
  Killer(Supplier<List<ChildProcess>> serving, Runnable tend, Duration every, long seed) {
    this.serving = serving;
    this.tend = tend;
    this.every = every;
    this.random = new Random(seed);
  }

  void start() {
    if (!every.isZero()) {
      thread.start();
    }
  }

  private void run() {
    long next = System.nanoTime() + every.toNanos();
    while (!done) {
      if (Pause.until(() -> done, Duration.ofNanos(Math.max(0, next - System.nanoTime())))) {
        return;
      }
      next += every.toNanos();
      kill();
    }
  }

  /** One that serves: on a starved machine those that start would die before they ever worked. */
  private void kill() {
    List<ChildProcess> candidates = serving.get();
    if (candidates.isEmpty()) {
      missed.incrementAndGet();
    } else {
      ChildProcess victim = candidates.get(random.nextInt(candidates.size()));
      victim.close();
      synchronized (kills) {
        kills.merge(victim.name().replaceFirst("-\\d+$", ""), 1, Integer::sum);
      }
    }
    tend.run();
  }

  /** So far, by service. */
  Map<String, Integer> kills() {
    synchronized (kills) {
      return Map.copyOf(kills);
    }
  }

  int count() {
    return kills().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often nobody served who could have been killed. */
  int missed() {
    return missed.get();
  }

  /** From now on nobody is killed. */
  void stop() {
    done = true;
  }

  @Override
  public void close() {
    stop();
  }
}
