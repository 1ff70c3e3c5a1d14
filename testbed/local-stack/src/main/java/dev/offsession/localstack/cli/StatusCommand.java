package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.Health;
import dev.offsession.localstack.stack.Health.PartHealth;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Health and every address; exit code 0 only if all is healthy.")
final class StatusCommand implements Callable<Integer> {
  /** For whom. */
  enum Output {
    TEXT,
    JSON,
    ENV
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json|env",
      defaultValue = "text",
      description = "env prints KEY=value lines for a shell (default: ${DEFAULT-VALUE}).")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    Optional<StackState> state = StackState.running(StackFolders.ofThisTree());
    if (state.isEmpty()) {
      System.err.println("No stack is running. Start one:  ./dev");
      return ExitCode.FAILED;
    }
    List<PartHealth> parts = Health.of(state.get());
    System.out.print(
        switch (output) {
          case TEXT -> StatusText.text(parts, Colors.ofTheTerminal());
          case JSON -> StatusText.json(state.get(), parts);
          case ENV -> EnvLines.of(state.get(), System.getenv());
        });
    return parts.stream().allMatch(PartHealth::healthy) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
