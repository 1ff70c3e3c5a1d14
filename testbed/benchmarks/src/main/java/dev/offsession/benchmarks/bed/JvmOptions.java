package dev.offsession.benchmarks.bed;

/**
 * What all measured programs and all parts run with. The parts of the tests are tuned to start
 * fast, with the simple compiler alone; what is measured runs with both compilers, as in
 * production.
 */
public final class JvmOptions {
  /** Both compilers. */
  static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

  private static final String[] MEASURED = {BOTH_COMPILERS, "-Xmx256m"};

  private JvmOptions() {}

  /** Of services and baselines alike: the heap of {@code S2}, the serial collector. */
  public static String[] measured() {
    return MEASURED.clone();
  }

  static String[] part(String heap) {
    return new String[] {BOTH_COMPILERS, "-Xmx" + heap};
  }
}
