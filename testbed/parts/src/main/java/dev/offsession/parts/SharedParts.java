package dev.offsession.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One broker, one registry and one MongoDB stand-in for all tests of a JVM. Each starts when first
 * asked for and ends with the JVM; asking for the broker or the registry starts both side by side,
 * because who needs one soon needs the other. Tests keep apart by their own topics, subjects and
 * databases.
 */
public final class SharedParts {
  private static @Nullable Processes processes;
  private static @Nullable MongoStandIn mongo;

  private SharedParts() {}

  /** The broker of this JVM. */
  public static KafkaBroker kafka() {
    return processes().kafka().join();
  }

  /** The registry of this JVM. */
  public static SchemaRegistry registry() {
    return processes().registry().join();
  }

  /** The MongoDB stand-in of this JVM. */
  public static synchronized MongoStandIn mongo() {
    if (mongo == null) {
      mongo = MongoStandIn.start();
      Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
    }
    return mongo;
  }

  private static synchronized Processes processes() {
    if (processes == null) {
      processes = Processes.start(workDirectory());
      Runtime.getRuntime().addShutdownHook(new Thread(processes::close));
    }
    return processes;
  }

  private static Path workDirectory() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      return Files.createTempDirectory(target.toAbsolutePath(), "parts-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Processes(
      Path directory,
      CompletableFuture<KafkaBroker> kafka,
      CompletableFuture<SchemaRegistry> registry) {

    static Processes start(Path directory) {
      return new Processes(
          directory,
          inBackground(KafkaBroker::start, directory.resolve("broker")),
          inBackground(SchemaRegistry::start, directory.resolve("registry")));
    }

    private static <T> CompletableFuture<T> inBackground(Function<Path, T> start, Path directory) {
      Supplier<T> work = () -> start.apply(directory);
      return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    /** What is still starting ends by itself: its standard input closes with this JVM. */
    void close() {
      Stream.of(kafka, registry)
          .filter(part -> part.isDone() && !part.isCompletedExceptionally())
          .map(CompletableFuture::join)
          .forEach(Processes::close);
      deleteAll(directory);
    }

    private static void close(AutoCloseable part) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException("A shared part did not close", e);
      }
    }

    private static void deleteAll(Path directory) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
