package dev.offsession.localstack.cli;

import dev.offsession.localstack.drills.WebhookDrills;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "webhook-drill",
    mixinStandardHelpOptions = true,
    description =
        "Kill webhook-ingest, keep it down, take its broker away; exit code 0 only if no event is"
            + " lost.")
final class WebhookDrillCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "outage, kill, broker (default: all).")
  private List<String> names = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "120",
      description = "How long the broker is away (default: ${DEFAULT-VALUE}).")
  private int seconds = 120;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "Webhooks per second meanwhile (default: ${DEFAULT-VALUE}).")
  private int rate = 500;

  @Option(
      names = "--room",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Events that may be on their way to Kafka at once; fewer fill on a slow machine, too"
              + " (default: ${DEFAULT-VALUE}, as deployed).")
  private int room = 500;

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
    var drills =
        new WebhookDrills(
            folders, new Addresses(portBase), Duration.ofSeconds(seconds), rate, room, System.out);
    if (!drills.names().containsAll(names)) {
      throw new UserErrorException("The drills are " + String.join(", ", drills.names()) + ".");
    }
    boolean held = drills.play(names.isEmpty() ? drills.names() : names);
    return held ? ExitCode.DONE : ExitCode.FAILED;
  }
}
