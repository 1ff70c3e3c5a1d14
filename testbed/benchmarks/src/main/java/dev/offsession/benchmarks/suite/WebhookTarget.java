package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.HttpLoad;
import dev.offsession.benchmarks.load.Shot;
import dev.offsession.benchmarks.load.Tally;
import dev.offsession.benchmarks.load.Webhooks;
import dev.offsession.benchmarks.measure.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A program that takes webhooks, and the topic where they must then be. */
final class WebhookTarget implements AutoCloseable {
  private static final int OK = 200;
  private static final int CONNECTIONS = 64;

  private final Running program;
  private final Webhooks webhooks;
  private final Bed bed;
  private final String topic;
  private double lastRate;

  WebhookTarget(Running program, Webhooks webhooks, Bed bed, String topic) {
    this.program = program;
    this.webhooks = webhooks;
    this.bed = bed;
    this.topic = topic;
  }

  /** As many as come through. */
  WebhookTurn most(Duration length) {
    WebhookTurn turn = at(0, length);
    lastRate = turn.rate();
    return turn;
  }

  /** The latest {@link #most}. */
  double lastRate() {
    return lastRate;
  }

  /** So many per second; 0 for as many as come through. */
  WebhookTurn at(double perSecond, Duration length) {
    HttpLoad load = load(CONNECTIONS);
    long before = written();
    Usage.Reading start = Usage.Reading.of(processes());
    Duration time = load.run(perSecond, length, webhooks::next);
    Usage usage = Usage.Reading.of(processes()).since(start);
    Tally valid = load.tally("valid");
    long taken = valid.count(OK);
    return new WebhookTurn(
        taken * 1e9 / time.toNanos(),
        usage.microsPerUnit(program.name()::equals, Math.max(1, taken)),
        valid.latencies().p99(),
        usage.shares(),
        complaints(valid, taken, written() - before));
  }

  /** Nothing refused, and as many records as acceptances. */
  private List<String> complaints(Tally valid, long taken, long written) {
    List<String> complaints = new ArrayList<>();
    if (valid.countOther(OK) > 0) {
      complaints.add(program.name() + " answered " + valid.statuses());
    }
    if (written != taken) {
      complaints.add("%s accepted %d and wrote %d".formatted(program.name(), taken, written));
    }
    return complaints;
  }

  /** Requests of any kind to this target. */
  HttpLoad load(int connections) {
    return new HttpLoad(program.url(), connections);
  }

  /** Records ever written to the target's topic. */
  long written() {
    return bed.topics().written(topic);
  }

  /** The program itself. */
  Running program() {
    return program;
  }

  /** The next webhook. */
  Supplier<Shot> fresh() {
    return webhooks::next;
  }

  private Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> all = new LinkedHashMap<>(bed.processes());
    all.put(program.name(), program.handle());
    all.put("load generator", ProcessHandle.current());
    return all;
  }

  @Override
  public void close() {
    program.close();
  }
}
