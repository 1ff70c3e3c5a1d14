package dev.offsession.benchmarks.bed;

import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The cache of Java 25 for fast starts (JEP 483, 514): in a training run the service starts until
 * it serves and is then asked to stop; as its last deed the JVM writes down the classes that it
 * loaded and linked for that.
 */
public final class AotCache {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private AotCache() {}

  /** The program with its cache; empty when the training made none. */
  public static Optional<JavaProgram> train(JavaProgram program) {
    Path cache = cache(program);
    cache.toFile().delete();
    JavaProgram training =
        Running.withMoreOptions(
            Running.named(program.name() + "-training", program),
            List.of("-XX:AOTCacheOutput=" + cache));
    try (Running running = Running.launch(training, Ports.free())) {
      running.awaitReady();
      running.handle().destroy();
      running.handle().onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while training " + program.name(), e);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
    return Files.exists(cache)
        ? Optional.of(Running.withMoreOptions(program, List.of(option(program))))
        : Optional.empty();
  }

  /** The JVM option with which the program starts from its cache. */
  public static String option(JavaProgram program) {
    return "-XX:AOTCache=" + cache(program);
  }

  private static Path cache(JavaProgram program) {
    return program.directory().resolve(program.name() + ".aot");
  }
}
