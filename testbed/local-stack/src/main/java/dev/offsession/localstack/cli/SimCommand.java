package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Only here for the help: the simulation needs no stack, so the script starts it by itself. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = {
      "The payment simulation: thousands of bad worlds, every promise checked.",
      "--seeds N runs (10000), --seed S one run step by step, --mutants also finds mistakes."
    })
final class SimCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserErrorException("Run it through the script:  ./dev sim");
  }
}
