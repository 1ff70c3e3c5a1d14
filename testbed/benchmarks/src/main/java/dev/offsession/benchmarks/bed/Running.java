package dev.offsession.benchmarks.bed;

import dev.offsession.benchmarks.measure.Memory;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A program that is being measured: a service or a baseline. */
public final class Running implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration GOODBYE = Duration.ofSeconds(15);

  private static final AtomicInteger STARTS = new AtomicInteger();

  private final ChildProcess process;
  private final int port;

  private Running(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a service on a free port and waits until it says that it is ready. */
  public static Running service(JavaProgram program) {
    return start(program, Ports.free(), Probe::isReady);
  }

  /** The same on a given port, without waiting. */
  public static Running launch(JavaProgram program, int port) {
    return new Running(
        ownLog(program).withEnvironment(Map.of("SERVER_PORT", Integer.toString(port))).start(),
        port);
  }

  /** Starts a web baseline on a free port and waits until it takes connections. */
  public static Running web(JavaProgram program) {
    return start(program, Ports.free(), Probe::accepts);
  }

  /** Starts a baseline without a port; it is ready when it has done its first work. */
  public static Running worker(JavaProgram program) {
    return new Running(ownLog(program).start(), 0);
  }

  /** Each start has a log of its own: programs are started many times in one run. */
  private static JavaProgram ownLog(JavaProgram program) {
    String file = "%s.%d.log".formatted(program.name(), STARTS.incrementAndGet());
    return program.withLog(program.log().resolveSibling(file));
  }

  private static Running start(JavaProgram program, int port, IntPredicate ready) {
    Running running = launch(program, port);
    running.await(() -> ready.test(port));
    return running;
  }

  /** Waits until the program serves. */
  public void awaitReady() {
    await(() -> Probe.isReady(port));
  }

  /** The same, looking every few milliseconds. */
  public void awaitReadyClosely() {
    if (!Wait.until(() -> !process.isAlive() || Probe.isReady(port), LIMIT) || !process.isAlive()) {
      throw process.failed("did not become ready");
    }
  }

  private void await(java.util.function.BooleanSupplier ready) {
    try {
      process.awaitReady(ready, LIMIT);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** The program with another name, directory and log, so that several can run. */
  public static JavaProgram named(String name, JavaProgram program) {
    return new JavaProgram(
        name,
        program.directory().resolveSibling(name),
        program.log().resolveSibling(name + ".log"),
        program.classPath(),
        program.mainClass(),
        program.jvmOptions(),
        program.arguments(),
        program.environment());
  }

  /** The program without one of its settings. */
  public static JavaProgram without(String variable, JavaProgram program) {
    Map<String, String> rest = new java.util.HashMap<>(program.environment());
    rest.remove(variable);
    return new JavaProgram(
        program.name(),
        program.directory(),
        program.log(),
        program.classPath(),
        program.mainClass(),
        program.jvmOptions(),
        program.arguments(),
        rest);
  }

  /** The program with more JVM options. */
  public static JavaProgram withMoreOptions(JavaProgram program, List<String> more) {
    List<String> options = new java.util.ArrayList<>(program.jvmOptions());
    options.addAll(more);
    return program.withJvmOptions(options.toArray(String[]::new));
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Port of the HTTP server; 0 when it has none. */
  public int port() {
    return port;
  }

  /** The process, for its clocks. */
  public ProcessHandle handle() {
    return process.handle();
  }

  /** Name of the program. */
  public String name() {
    return process.name();
  }

  /** Resident memory in megabytes. */
  public double residentMb() {
    return Memory.residentMb(process.pid());
  }

  /** Sum of a Prometheus counter or gauge over those of its series that have this label. */
  public double meter(String name, @Nullable String label) {
    return new Json(url())
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> label == null || line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Kills it, as {@code kill -9} does. */
  public void kill() {
    process.close();
  }

  /**
   * Asks it to stop. Who is killed stays a member of its consumer group for 45 s, in which the next
   * one gets no partition.
   */
  @Override
  public void close() {
    process.handle().destroy();
    try {
      process.handle().onExit().get(GOODBYE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Killed below.
    } finally {
      kill();
    }
  }
}
