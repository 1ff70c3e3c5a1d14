package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Only here for the help: the benchmarks start parts of their own, so the script runs them. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "How fast it is, against the ceiling and the usual ways, in one run: startup, ingest, charges,",
      "backlog, chain, notifier, pages or all. --quick ends within ten minutes, --json FILE."
    })
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserErrorException("Run it through the script:  ./dev bench");
  }
}
