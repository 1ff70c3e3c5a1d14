package dev.offsession.localstack.cli;

import dev.offsession.localstack.client.TopicTail;
import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import dev.offsession.localstack.stack.StripeSide;
import dev.offsession.schemas.topics.Topic;
import java.io.PrintStream;
import java.util.List;

/** Starts a stack in the foreground, or one that stays behind. */
final class Up {
  private final UpOptions options;
  private final StackFolders folders = StackFolders.ofThisTree();
  private final PrintStream out = System.out;

  Up(UpOptions options) {
    this.options = options;
  }

  int run() {
    refuseASecondStack();
    StripeSide stripe = options.stripeSide(System.getenv());
    if (options.detach) {
      new Supervisor(folders).start(options);
      StackState state = RunningStack.require();
      out.print(Screen.of(state.addresses(), stripe).text());
      return ExitCode.DONE;
    }
    try (LocalStack stack = LocalStack.start(folders, options.addresses(), stripe)) {
      if (!options.supervise) {
        show(stack);
      }
      stack.awaitFailure();
      return ExitCode.DONE;
    }
  }

  private void show(LocalStack stack) {
    out.print(Screen.of(stack.addresses(), stack.stripe()).withTimes(stack.times()).text());
    out.println();
    EventLines lines = new EventLines(Colors.ofTheTerminal());
    TopicTail.of(
        stack.addresses(),
        List.of(Topic.values()),
        arrival -> lines.line(arrival).ifPresent(out::println));
  }

  private void refuseASecondStack() {
    StackState.running(folders)
        .ifPresent(state -> {
          throw new UserErrorException(
              "A stack of this tree already runs (pid %d, ports from %d). Stop it:  ./dev down"
                  .formatted(state.pid(), state.portBase()));
        });
  }
}
