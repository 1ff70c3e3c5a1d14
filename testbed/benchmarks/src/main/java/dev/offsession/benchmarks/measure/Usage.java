package dev.offsession.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Processor time that each of several processes used within some wall time.
 *
 * @param cpu by the process's name
 */
public record Usage(Map<String, Duration> cpu, Duration wall) {

  /**
   * Reads the clocks of several processes; {@link #since} gives what passed between two readings.
   */
  public record Reading(Map<String, Duration> cpu, long nanos) {
    /** The processes at this moment. */
    public static Reading of(Map<String, ProcessHandle> processes) {
      Map<String, Duration> now = new LinkedHashMap<>();
      processes.forEach((name, process) -> now.put(name, Cpu.of(process)));
      return new Reading(now, System.nanoTime());
    }

    /** What passed since an earlier reading of the same processes. */
    public Usage since(Reading earlier) {
      Map<String, Duration> passed = new LinkedHashMap<>();
      cpu.forEach((name, now) ->
          passed.put(name, now.minus(earlier.cpu.getOrDefault(name, Duration.ZERO))));
      return new Usage(passed, Duration.ofNanos(nanos - earlier.nanos));
    }
  }

  /** Processors kept busy by the processes whose name fits: 1.5 is one and a half. */
  public double cores(Predicate<String> name) {
    return (double) nanos(name) / wall.toNanos();
  }

  /** Processor time of the processes whose name fits, in microseconds for each of so many units. */
  public double microsPerUnit(Predicate<String> name, long units) {
    return nanos(name) / 1e3 / units;
  }

  private long nanos(Predicate<String> name) {
    return cpu.entrySet().stream()
        .filter(entry -> name.test(entry.getKey()))
        .mapToLong(entry -> entry.getValue().toNanos())
        .sum();
  }

  /** Each process's share of the machine, such as {@code broker 12 %}, busiest first. */
  public String shares() {
    double all = (double) wall.toNanos() * Cpu.cores() / 100;
    return cpu.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
        .map(entry -> "%s %.0f %%".formatted(entry.getKey(), entry.getValue().toNanos() / all))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
