package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./dev}: without a command it starts everything. */
@Command(
    name = "./dev",
    description = "Offsession on this machine, with nothing to set up.",
    mixinStandardHelpOptions = true,
    version = "offsession dev 0.1.0",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ChargeCommand.class,
      TriggerCommand.class,
      DemoCommand.class,
      TestCommand.class,
      SimCommand.class,
      CrashCommand.class,
      WebhookDrillCommand.class,
      SoakCommand.class,
      DltCommand.class,
      BenchCommand.class,
      LogsCommand.class,
      TopicsCommand.class,
      FetchChromiumCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 it went wrong, the message says how; 2 wrong usage;",
      "3 (charge) the charge ended without money; 4 (charge) it did not come to rest."
    })
public final class Dev implements Callable<Integer> {
  @Mixin private UpOptions options = new UpOptions();

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Dev())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public Integer call() {
    return new Up(options).run();
  }
}
