package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;

/** The stack that a command talks to. */
final class RunningStack {
  private RunningStack() {}

  static StackState require() {
    return StackState.running(StackFolders.ofThisTree())
        .orElseThrow(() -> new UserErrorException("No stack is running. Start one:  ./dev"));
  }
}
