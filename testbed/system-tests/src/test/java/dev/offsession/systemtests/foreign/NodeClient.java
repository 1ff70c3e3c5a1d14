package dev.offsession.systemtests.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Confluent-format client in another language: KafkaJS with the Confluent registry client, run by
 * Node. Its packages are fetched by npm into the target folder, at the versions of the lock file.
 */
public final class NodeClient {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node-client");
  private static final String EVENT = "event ";
  private static final int PATIENCE_SECONDS = 120;

  private NodeClient() {}

  /**
   * Makes the client ready to run; empty when it is.
   *
   * @return why it cannot run on this machine
   */
  public static Optional<String> obstacle() throws IOException, InterruptedException {
    if (!isOnPath("node") || !isOnPath("npm")) {
      return Optional.of("no Node.js with npm on this machine");
    }
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "read-charge-events.mjs")) {
      Files.write(FOLDER.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
    }
    Run install =
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--cache", "npm-cache");
    return install.exit() == 0
        ? Optional.empty()
        : Optional.of("npm could not fetch the client's packages (exit " + install.exit() + ")");
  }

  /** Reads charge-events from the beginning to the final event of a request; one JSON text each. */
  public static List<String> readChargeEvents(String brokers, String registry, String requestId)
      throws IOException, InterruptedException {
    Run reading = run("node", "read-charge-events.mjs", brokers, registry, requestId);
    if (reading.exit() != 0) {
      throw new IOException("the Node client failed: " + reading.output());
    }
    return reading
        .output()
        .lines()
        .filter(line -> line.startsWith(EVENT))
        .map(line -> line.substring(EVENT.length()))
        .toList();
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Path output = FOLDER.resolve(command[0] + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
      return new Run(-1, "no end after " + PATIENCE_SECONDS + " s");
    }
    return new Run(process.exitValue(), Files.readString(output, UTF_8));
  }

  private record Run(int exit, String output) {}
}
