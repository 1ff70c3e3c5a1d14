package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop a detached stack and leave no process.")
final class DownCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 20;

  @Override
  public Integer call() throws Exception {
    Optional<ProcessHandle> supervisor =
        StackState.running(StackFolders.ofThisTree()).flatMap(StackState::supervisor);
    if (supervisor.isEmpty()) {
      System.out.println("No stack is running.");
      return ExitCode.DONE;
    }
    stop(supervisor.get());
    System.out.println("Stopped.");
    return ExitCode.DONE;
  }

  /** Its parts watch the pipe to it, so they end even when it must be killed. */
  private static void stop(ProcessHandle supervisor) throws Exception {
    supervisor.destroy();
    try {
      supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException tooSlow) {
      supervisor.destroyForcibly();
      supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
