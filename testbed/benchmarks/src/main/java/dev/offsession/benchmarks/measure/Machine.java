package dev.offsession.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where and of what a run was made.
 *
 * @param load load average of the last minute when the run began
 */
public record Machine(
    String processor,
    int cores,
    String java,
    String system,
    String commit,
    LocalDate date,
    double load) {

  /** This machine, and the tree in the folder. */
  public static Machine here(Path root) {
    return new Machine(
        processorName(),
        Cpu.cores(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        commitOf(root),
        LocalDate.now(ZoneOffset.UTC),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** In one line. */
  public String text() {
    return "%s, %d cores, %s, %s; commit %s, %s, load average at the start %.1f"
        .formatted(processor, cores, java, system, commit, date, load);
  }

  private static String processorName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String commitOf(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
