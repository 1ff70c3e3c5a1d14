package dev.offsession.localstack.cli;

import dev.offsession.localstack.demo.Demo;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import dev.offsession.localstack.stack.StripeSide;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Play the whole story; exit code 0 only if every charge ended as it must.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--watch",
      description = "Stop at each page and print its link, for your own browser.")
  private boolean watch;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "First of the ports, if a stack must be started (default: 8080).")
  private int portBase = Addresses.DEFAULT_BASE;

  private final StackFolders folders = StackFolders.ofThisTree();
  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException {
    Optional<StackState> running = StackState.running(folders);
    if (running.isPresent()) {
      if (running.get().usesTestAccount()) {
        throw new UserErrorException("The demo needs the simulator, not a real test account.");
      }
      return play(running.get().addresses());
    }
    out.println("Starting a stack ...");
    try (LocalStack stack =
        LocalStack.start(folders, new Addresses(portBase), StripeSide.Simulated.fresh())) {
      out.printf(Locale.ROOT, "All up after %.1f s.%n", stack.times().total().toMillis() / 1000.0);
      return play(stack.addresses());
    }
  }

  private int play(Addresses addresses) throws IOException {
    Path temporary = Files.createDirectories(folders.dev().resolve("browser"));
    try {
      boolean ok = new Demo(addresses, watch, temporary, out).play();
      return ok ? ExitCode.DONE : ExitCode.FAILED;
    } finally {
      StackFolders.deleteAll(temporary);
    }
  }
}
