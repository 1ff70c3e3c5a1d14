package dev.offsession.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the stack writes: everything under {@code .dev}, of which {@code run} is emptied at every
 * start and {@code cache} holds unpacked jars.
 *
 * @param root the source tree
 * @param runName of the folder that is emptied
 */
public record StackFolders(Path root, String runName) {

  /** The only stack of a tree. */
  public StackFolders(Path root) {
    this(root, "run");
  }

  /** One of several stacks of a tree beside each other, by number from 1. */
  public StackFolders lane(int number) {
    return number == 1 ? this : new StackFolders(root, runName + "-" + number);
  }

  /** The tree that {@code ./dev} names, or the folder where the command runs. */
  public static StackFolders ofThisTree() {
    return new StackFolders(
        Path.of(System.getProperty("offsession.root", "")).toAbsolutePath().normalize());
  }

  /** Everything of ours. */
  public Path dev() {
    return root.resolve(".dev");
  }

  /** Logs, data and state of the running stack. */
  public Path run() {
    return dev().resolve(runName);
  }

  /** One file per part. */
  public Path logs() {
    return run().resolve("logs");
  }

  /** Log of a part. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** What the supervisor of a detached stack says. */
  public Path supervisorLog() {
    return dev().resolve("supervisor.log");
  }

  /** Who runs, with which ports. */
  public Path state() {
    return run().resolve("stack.json");
  }

  /** Unpacked services. */
  public Path cache() {
    return dev().resolve("cache");
  }

  /** Removes what the last stack left and makes the folders. */
  public void startFresh() {
    deleteAll(run());
    try {
      Files.createDirectories(logs());
      Files.createDirectories(cache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder with all that is in it; a missing one is fine. */
  public static void deleteAll(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
