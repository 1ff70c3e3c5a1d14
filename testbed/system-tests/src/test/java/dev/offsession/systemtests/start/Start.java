package dev.offsession.systemtests.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How the start of a service ended.
 *
 * @param exit exit code of the process
 * @param output everything it printed
 */
record Start(int exit, String output) {

  private static final int PATIENCE_SECONDS = 60;

  /**
   * Starts the jar with settings from the environment only and waits for its end.
   *
   * @param profiles comma-separated, may be empty
   */
  static Start of(Service service, String profiles, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(Path.of("target"), "start-", ".log");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                service.jar().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("OFFSESSION_"));
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("SPRING_PROFILES_ACTIVE", profiles);
    settings.forEach((name, value) -> builder.environment().put(variable(name), value));
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(service + " was still running after " + PATIENCE_SECONDS + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    return new Start(process.exitValue(), Files.readString(output));
  }

  /** As the services name it: dots and dashes become underscores. */
  static String variable(String property) {
    return property.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
