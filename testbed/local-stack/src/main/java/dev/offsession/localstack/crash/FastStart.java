package dev.offsession.localstack.crash;

import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes a program that is started over and over start faster: it runs once up to the point where
 * Spring has put it together, and the JVM writes down the classes that it loaded for that.
 */
final class FastStart {
  private static final int LIMIT_SECONDS = 90;

  private FastStart() {}

  /** Options that let the program use its archive; none when the archive cannot be made. */
  static List<String> archive(JavaProgram program) {
    Path archive =
        program
            .classPath()
            .getFirst()
            .resolveSibling(program.classPath().getFirst().getFileName() + ".jsa");
    archive.toFile().delete();
    ChildProcess training =
        with(
                program,
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off")
            .start();
    try {
      training.handle().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while preparing " + program.name(), e);
    } catch (ExecutionException | TimeoutException _) {
      // Without an archive it only starts slower.
    } finally {
      training.close();
    }
    return Files.exists(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off")
        : List.of();
  }

  private static JavaProgram with(JavaProgram program, String... more) {
    List<String> options = new ArrayList<>(program.jvmOptions());
    options.addAll(List.of(more));
    return program.withJvmOptions(options.toArray(String[]::new));
  }
}
