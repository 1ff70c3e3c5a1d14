package dev.offsession.benchmarks.bed;

import java.util.Map;

/**
 * What all measured programs and all parts run with. The parts of the tests are tuned to start
 * fast, with the simple compiler alone; what is measured runs with both compilers, as in
 * production.
 */
public final class JvmOptions {
  /** Both compilers. */
  static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

  /**
   * The heap begins small, as it does by itself in a small container: a JVM takes a 64th of the
   * machine's memory at first, which on a large machine would be all of the 256 MB.
   */
  private static final String[] MEASURED = {
    BOTH_COMPILERS,
    "-Xms32m",
    "-Xmx256m",
    // Else SIGTERM would end them without leaving their consumer group.
    "-XX:-ReduceSignalUsage",
    // As in the images.
    "-XX:+UseSerialGC",
    "-XX:+UseCompactObjectHeaders",
    "-XX:TrimNativeHeapInterval=5000"
  };

  /** As in the images: native memory in few arenas, of which less is left over. */
  static final Map<String, String> MALLOC = Map.of("MALLOC_ARENA_MAX", "2");

  private JvmOptions() {}

  /** Of services and baselines alike: the heap of {@code S2}, the rest as in the images. */
  public static String[] measured() {
    return MEASURED.clone();
  }

  static String[] part(String heap) {
    return new String[] {BOTH_COMPILERS, "-Xmx" + heap};
  }
}
