package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The process that holds a detached stack: this same command line, in a session of its own. */
final class Supervisor {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final StackFolders folders;

  Supervisor(StackFolders folders) {
    this.folders = folders;
  }

  /** Returns when the stack is ready; passes on what the supervisor said when it failed. */
  void start(UpOptions options) {
    Process process = launch(options);
    while (StackState.running(folders).isEmpty()) {
      if (!process.isAlive()) {
        throw new UserErrorException(whatItSaid());
      }
      pause();
    }
  }

  private Process launch(UpOptions options) {
    try {
      Files.createDirectories(folders.dev());
      return new ProcessBuilder(command(options))
          .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
          .redirectErrorStream(true)
          .redirectOutput(folders.supervisorLog().toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(UpOptions options) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(ThisJvm.command());
    command.addAll(options.forSupervisor());
    return command;
  }

  private String whatItSaid() {
    try {
      return Files.readString(folders.supervisorLog()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the stack was starting", e);
    }
  }
}
