package dev.offsession.localstack.cli;

/** What {@code ./dev} tells the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int ENDED_WITHOUT_MONEY = 3;
  static final int NOT_AT_REST = 4;

  private ExitCode() {}
}
