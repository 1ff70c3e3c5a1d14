package dev.offsession.charging.paysim;

import java.util.Optional;

/**
 * What was asked on the command line.
 *
 * @param seed the first one, or the only one
 * @param seeds how many; 0 when one seed is to be shown with its trace
 */
record SimArguments(long seed, long seeds, int threads, boolean mutants) {
  static final String USAGE = "Usage: ./dev sim [--seeds N] [--seed S] [--threads N] [--mutants]";

  private static final long SEEDS = 10_000;

  static Optional<SimArguments> parse(String[] args) {
    long seed = -1;
    long seeds = -1;
    int threads = Runtime.getRuntime().availableProcessors();
    boolean mutants = false;
    try {
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--seed" -> seed = Long.parseLong(args[++i]);
          case "--seeds" -> seeds = Long.parseLong(args[++i]);
          case "--threads" -> threads = Integer.parseInt(args[++i]);
          case "--mutants" -> mutants = true;
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
    boolean shown = seed >= 0 && seeds < 0 && !mutants;
    return Optional.of(
        new SimArguments(
            Math.max(1, seed), shown ? 0 : seeds < 0 ? SEEDS : seeds, threads, mutants));
  }

  /** One run, with everything that happened in it. */
  boolean isOneSeed() {
    return seeds == 0;
  }
}
