package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Only here for the help: the simulation needs no stack, so the script starts it by itself. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = "The payment simulation: thousands of bad worlds, every promise checked.")
final class SimCommand implements Callable<Integer> {
  @Option(names = "--seeds", paramLabel = "N", description = "How many runs (10000).")
  private long seeds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The first seed; alone, that one run with everything that happened in it.")
  private long seed;

  @Option(
      names = "--mutants",
      description = "Also look for each deliberate mistake; each must be found.")
  private boolean mutants;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (one per processor).")
  private int threads;

  @Override
  public Integer call() {
    throw new UserErrorException("Run it through the script:  ./dev sim");
  }
}
