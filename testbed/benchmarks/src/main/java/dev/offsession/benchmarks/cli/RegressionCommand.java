package dev.offsession.benchmarks.cli;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.regression.RegressionCheck;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "regression",
    mixinStandardHelpOptions = true,
    description = {
      "Processor time for one webhook and one charge, against the ceiling and the naive worker in the",
      "same run; fails when a ratio is more than 25 % worse than in testbed/benchmarks/baseline.json."
    })
final class RegressionCommand implements Callable<Integer> {
  @Option(names = "--accept", description = "Write the measured ratios down instead of judging.")
  private boolean accept;

  @Option(names = "--port-base", paramLabel = "N", defaultValue = "" + BenchMain.DEFAULT_BASE)
  private int portBase = BenchMain.DEFAULT_BASE;

  @Override
  public Integer call() {
    StackFolders folders = StackFolders.ofThisTree();
    Score score = new Score(System.out);
    try (Bed bed = Bed.start(folders, new Addresses(portBase), List.of())) {
      boolean fine = new RegressionCheck(bed, score).run(accept);
      return fine ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
