package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "The benchmark suite (not yet).")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserErrorException("Not yet: the benchmark suite comes with a later issue.");
  }
}
