package dev.offsession.benchmarks.measure;

import java.time.Duration;

/** Processor time of processes, as the operating system counts it (steps of 10 ms on Linux). */
public final class Cpu {
  private Cpu() {}

  /** User and system time since the process began; zero when it has ended. */
  public static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Processors of this machine. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
