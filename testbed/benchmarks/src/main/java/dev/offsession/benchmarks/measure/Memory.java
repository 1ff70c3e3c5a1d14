package dev.offsession.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of processes, in megabytes (2^20 bytes). */
public final class Memory {
  private static final double KB_PER_MB = 1024;

  private Memory() {}

  /** Resident set of a process; not a number where the system has no {@code /proc}. */
  public static double residentMb(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (Files.notExists(status)) {
      return Double.NaN;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / KB_PER_MB)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
