package dev.offsession.localstack.cli;

import dev.offsession.localstack.browser.CustomerStuckException;
import dev.offsession.localstack.client.StackCallException;
import dev.offsession.localstack.stack.NotBuiltException;
import dev.offsession.localstack.stack.PortConflictException;
import dev.offsession.parts.process.PartFailedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the words of whom it happened to; a stack trace only for our bugs. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (failure) {
      case PartFailedException part -> err.println(describe(part));
      case PortConflictException _,
          NotBuiltException _,
          StackCallException _,
          CustomerStuckException _,
          UserErrorException _ ->
          err.println(failure.getMessage());
      default -> failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILED;
  }

  static String describe(PartFailedException failure) {
    return failure.part()
        + " "
        + failure.reason()
        + ".\nThe last lines of its log:\n\n"
        + String.join("\n", failure.lastLines().stream().map(line -> "  " + line).toList())
        + "\n\nAll of it: "
        + relative(failure.log());
  }

  private static Path relative(Path log) {
    Path here = Path.of("").toAbsolutePath();
    return log.startsWith(here) ? here.relativize(log) : log;
  }
}
