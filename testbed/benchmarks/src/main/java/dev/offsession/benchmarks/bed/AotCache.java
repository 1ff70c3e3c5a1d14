package dev.offsession.benchmarks.bed;

import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The cache of Java 25 for fast starts (JEP 483, 514): a training run up to the point where Spring
 * has put the service together, whose classes and links the JVM writes down.
 */
public final class AotCache {
  private static final int LIMIT_SECONDS = 120;

  private AotCache() {}

  /** The program with its cache; empty when the training made none. */
  public static Optional<JavaProgram> train(JavaProgram program) {
    Path cache = program.directory().resolve(program.name() + ".aot");
    cache.toFile().delete();
    JavaProgram training =
        Running.withMoreOptions(
            Running.named(program.name() + "-training", program),
            List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
    try (ChildProcess process = training.start()) {
      process.handle().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while training " + program.name(), e);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
    return Files.exists(cache)
        ? Optional.of(Running.withMoreOptions(program, List.of("-XX:AOTCache=" + cache)))
        : Optional.empty();
  }
}
