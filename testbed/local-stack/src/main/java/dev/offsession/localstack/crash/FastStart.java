package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Health;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.PartFailedException;
import dev.offsession.parts.process.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes a program that is started over and over start faster (JEP 483, 514): it runs once until it
 * serves and is then asked to stop, and as its last deed the JVM writes down the classes that it
 * loaded for that.
 */
final class FastStart {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private FastStart() {}

  /** Options that let the program use its archive; none when the archive cannot be made. */
  static List<String> archive(JavaProgram program) {
    Path jar = program.classPath().getFirst();
    Path archive = jar.resolveSibling(jar.getFileName() + ".aot");
    archive.toFile().delete();
    int port = Ports.free();
    JavaProgram training =
        with(program, "-XX:AOTCacheOutput=" + archive, "-Xlog:aot=off")
            .withEnvironment(Map.of("SERVER_PORT", Integer.toString(port)));
    try (ChildProcess process = training.start()) {
      process.awaitReady(() -> Health.serves(port), LIMIT);
      process.handle().destroy();
      process.handle().onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while preparing " + program.name(), e);
    } catch (ExecutionException | TimeoutException | PartFailedException _) {
      // Without an archive it only starts slower.
    }
    return Files.exists(archive) ? List.of("-XX:AOTCache=" + archive, "-Xlog:aot=off") : List.of();
  }

  private static JavaProgram with(JavaProgram program, String... more) {
    List<String> options = new ArrayList<>(program.jvmOptions());
    options.addAll(List.of(more));
    return program.withJvmOptions(options.toArray(String[]::new));
  }
}
