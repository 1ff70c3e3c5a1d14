package dev.offsession.systemtests.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code ./dev} command as a process, working on a tree of its own: one whose modules are links
 * to the real ones, so that a stack that somebody runs in the real tree is left alone.
 */
public final class Dev {

  private static final String MAIN = "dev.offsession.localstack.cli.Dev";
  private static final List<String> MODULES =
      List.of("payment-collector", "charge-worker", "webhook-ingest", "notifier-service");
  private static final int PATIENCE_SECONDS = 180;

  /** How a command ended, with everything it printed. */
  public record Ended(int exit, String output) {}

  private final Path tree;

  private Dev(Path tree) {
    this.tree = tree;
  }

  /** A tree below the target folder; the name keeps trees apart. */
  public static Dev inTree(String name) {
    Path tree = Path.of("target", "trees", name).toAbsolutePath();
    try {
      Files.createDirectories(tree);
      for (String module : MODULES) {
        Path link = tree.resolve(module);
        if (Files.notExists(link)) {
          Files.createSymbolicLink(link, Path.of("..", "..", module).toAbsolutePath().normalize());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Dev(tree);
  }

  /** Where the stack of this tree writes its logs. */
  public Path logs() {
    return tree.resolve(".dev").resolve("run").resolve("logs");
  }

  /** Processes of this tree that are alive: each names the tree in its command line. */
  public List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(tree.toString()))
        .toList();
  }

  /** Runs a command to its end. */
  public Ended run(String... arguments) {
    Process process = null;
    try {
      Path output = Files.createTempFile(tree, "dev-", ".out");
      process = start(output, arguments);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(
            "./dev %s did not end in %d s".formatted(List.of(arguments), PATIENCE_SECONDS));
      }
      return new Ended(process.exitValue(), Files.readString(output, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ./dev ran", interrupted);
    } finally {
      if (process != null) {
        process.destroy();
      }
    }
  }

  /** Starts a command that goes on until it is ended. */
  public Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Doffsession.root=" + tree);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
