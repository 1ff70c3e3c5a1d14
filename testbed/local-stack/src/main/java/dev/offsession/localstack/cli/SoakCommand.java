package dev.offsession.localstack.cli;

import dev.offsession.localstack.soak.SoakPlan;
import dev.offsession.localstack.soak.SoakSuite;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description =
        "Charges at a steady rate while processes are killed and Stripe misbehaves; exit code 0 only"
            + " if ledger, store and events agree about every single charge.")
final class SoakCommand implements Callable<Integer> {
  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long charges are asked for (default: ${DEFAULT-VALUE}).")
  private double minutes = 60;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "25",
      description = "Charges asked for in a second (default: ${DEFAULT-VALUE}).")
  private int rate = 25;

  @Option(
      names = "--kill-every",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "A random process is killed so often (default: ${DEFAULT-VALUE}); 0 for never.")
  private int killEvery = 15;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of kinds of charges and of kills; another one each time unless given.")
  private long seed = System.currentTimeMillis();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Addresses.DEFAULT_BASE,
      description = "First of the 12 ports (default: ${DEFAULT-VALUE}).")
  private int portBase = Addresses.DEFAULT_BASE;

  @Override
  public Integer call() {
    StackFolders folders = StackFolders.ofThisTree();
    if (StackState.running(folders).isPresent()) {
      throw new UserErrorException("A stack runs in this tree. Stop it first:  ./dev down");
    }
    SoakPlan plan =
        new SoakPlan(
            Duration.ofMillis(Math.round(minutes * 60_000)),
            rate,
            Duration.ofSeconds(killEvery),
            seed);
    boolean exact = new SoakSuite(folders, new Addresses(portBase), plan, System.out).play();
    return exact ? ExitCode.DONE : ExitCode.FAILED;
  }
}
