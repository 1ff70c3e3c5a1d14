package dev.offsession.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A Java program in a process of its own, which ends with this JVM whatever happens to it. Closing
 * kills it at once: what runs here keeps nothing that is worth a slow goodbye.
 */
public final class ChildProcess implements AutoCloseable {
  private static final int LAST_LINES = 20;

  /** A child gets the settings it is given, not those that its parent happens to have. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ");

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String name;
  private final Path log;
  private final Process process;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Starts the program; both its output streams go to its log. */
  static ChildProcess start(JavaProgram program) {
    try {
      Files.createDirectories(program.directory());
      Files.createDirectories(program.temporaryFiles());
      ProcessBuilder builder =
          new ProcessBuilder(program.command())
              .directory(program.directory().toFile())
              .redirectErrorStream(true)
              .redirectOutput(program.log().toFile());
      builder.environment().keySet().retainAll(INHERITED);
      builder.environment().putAll(program.environment());
      return new ChildProcess(program.name(), program.log(), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Name of the part. */
  public String name() {
    return name;
  }

  /** File with everything the part says. */
  public Path log() {
    return log;
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process, to be told when it ends. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Waits until the probe says yes.
   *
   * @throws PartFailedException when the process ends before, or the limit passes
   */
  public void awaitReady(BooleanSupplier probe, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!probe.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failed("ended with exit code " + process.exitValue() + " before it was ready");
      }
      if (System.nanoTime() > deadline) {
        throw failed("was not ready after " + limit.toSeconds() + " s");
      }
      pause();
    }
  }

  /** An exception that shows the end of the log. */
  public PartFailedException failed(String reason) {
    return new PartFailedException(name, reason, log, lastLines());
  }

  private List<String> lastLines() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      return List.of("(no log: " + e.getMessage() + ")");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a part", e);
    }
  }

  /** Kills the process and waits until it is gone. Calling twice is safe. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    AttachSocket.of(process.pid()).remove();
  }
}
