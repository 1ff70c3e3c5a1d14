package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start everything, show events, stop at Ctrl-C. The default.")
final class UpCommand implements Callable<Integer> {
  @Mixin private UpOptions options = new UpOptions();

  @Override
  public Integer call() {
    return new Up(options).run();
  }
}
