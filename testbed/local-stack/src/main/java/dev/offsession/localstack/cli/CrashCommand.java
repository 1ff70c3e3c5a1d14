package dev.offsession.localstack.cli;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.table.Failpoints;
import dev.offsession.localstack.crash.CrashSettings;
import dev.offsession.localstack.crash.CrashSuite;
import dev.offsession.localstack.crash.DrillSuite;
import dev.offsession.localstack.crash.Drills;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description =
        "Let real processes die at named places; exit code 0 only if ledger, store and events agree"
            + " after every one.")
final class CrashCommand implements Callable<Integer> {
  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often each point is played (default: ${DEFAULT-VALUE}).")
  private int repeats = 1;

  @Option(
      names = "--point",
      paramLabel = "NAME",
      description = "Only points whose name begins like this; may be given several times.")
  private List<String> names = List.of();

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      split = ",",
      defaultValue = "halt,exception",
      description = "halt, exception, sigstop (default: ${DEFAULT-VALUE}).")
  private List<Action> actions = List.of();

  @Option(
      names = "--drill",
      paramLabel = "NAME",
      description =
          "Play drills instead of points: those whose name begins like this; all for all of them.")
  private List<String> drills = List.of();

  @Option(
      names = "--each-step",
      description =
          "Of the two points before and after a step only one, in turn: a third less runs, every"
              + " step of every service.")
  private boolean eachStep;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      defaultValue = "2",
      description = "Stacks that play beside each other (default: ${DEFAULT-VALUE}).")
  private int lanes = 2;

  @Option(
      names = "--lease",
      paramLabel = "MILLIS",
      defaultValue = "2000",
      description = "Lease of the services in these runs (default: ${DEFAULT-VALUE}).")
  private int leaseMillis = 2_000;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How long a recovery may take beyond the lease; more on a machine that does other things,"
              + " too (default: ${DEFAULT-VALUE}).")
  private int graceSeconds = 5;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Addresses.DEFAULT_BASE,
      description =
          "First of the 12 ports, and of 20 for each further lane (default: ${DEFAULT-VALUE}).")
  private int portBase = Addresses.DEFAULT_BASE;

  @Option(names = "--list", description = "Print the names and stop.")
  private boolean list;

  @Override
  public Integer call() {
    List<Failpoint> points =
        (eachStep ? Failpoints.onePerStep() : Failpoints.all())
            .stream().filter(this::isWanted).toList();
    if (points.isEmpty()) {
      throw new UserErrorException("No failpoint begins so. All of them:  ./dev crash --list");
    }
    if (list) {
      points.forEach(CrashCommand::print);
      System.out.printf(
          "%n%d failpoints. Play one:  ./dev crash --point NAME%n%nDrills: %s%n",
          points.size(), String.join(", ", Drills.names()));
      return ExitCode.DONE;
    }
    return play(points) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private boolean play(List<Failpoint> points) {
    StackFolders folders = StackFolders.ofThisTree();
    Optional<StackState> running = StackState.running(folders);
    if (running.isPresent()) {
      throw new UserErrorException("A stack runs in this tree. Stop it first:  ./dev down");
    }
    Addresses addresses = new Addresses(portBase);
    CrashSettings settings =
        new CrashSettings(
            Duration.ofMillis(leaseMillis),
            Duration.ofSeconds(graceSeconds),
            folders.run().resolve("traps"));
    return drills.isEmpty()
        ? new CrashSuite(folders, addresses, settings, lanes, System.out)
            .play(points, actions, repeats)
        : new DrillSuite(folders, addresses, settings, System.out)
            .play(drills.contains("all") ? Drills.names() : drills);
  }

  private boolean isWanted(Failpoint point) {
    return names.isEmpty() || names.stream().anyMatch(point.name()::startsWith);
  }

  private static void print(Failpoint point) {
    String owner = point.owner().substring(point.owner().lastIndexOf('.') + 1);
    String when =
        Stream.of(point.seen())
            .filter(text -> !text.isEmpty())
            .map(text -> " with " + text)
            .findFirst()
            .orElse("");
    System.out.printf("  %-38s %s.%s%s%n", point.name(), owner, point.method(), when);
  }
}
