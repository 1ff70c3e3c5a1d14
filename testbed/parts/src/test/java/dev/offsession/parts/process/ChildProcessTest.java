package dev.offsession.parts.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void endsWhenItsParentIsKilledAndCanCleanUpNothing() throws Exception {
    Path pidFile = directory.resolve("grandchild.pid");
    ChildProcess parent = program(ParentProgram.class).withArguments(pidFile.toString()).start();
    parent.awaitReady(() -> Files.exists(pidFile), LIMIT);
    ProcessHandle grandchild =
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();

    parent.close(); // SIGKILL: no shutdown hook runs

    assertThat(grandchild.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void isGoneOnceClosed() {
    ChildProcess child = program(SleepingProgram.class).start();

    child.close();

    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(child.pid())).isEmpty();
  }

  @Test
  void showsTheLastTwentyLinesAndTheLogWhenItFailsToStart() {
    ChildProcess child = program(FailingProgram.class).start();

    assertThatExceptionOfType(PartFailedException.class)
        .isThrownBy(() -> child.awaitReady(() -> false, LIMIT))
        .satisfies(failure -> {
          assertThat(failure.part()).isEqualTo("FailingProgram");
          assertThat(failure.lastLines()).hasSize(20).last().isEqualTo("line 30");
          assertThat(failure.log()).isEqualTo(child.log()).exists();
        })
        .withMessageContaining("exit code 7");
  }

  @Test
  void givesUpOnAPartThatNeverBecomesReady() {
    try (ChildProcess child = program(SleepingProgram.class).start()) {
      assertThatExceptionOfType(PartFailedException.class)
          .isThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(1)))
          .withMessageContaining("was not ready after 1 s");
    }
  }

  @Test
  void keepsItsTemporaryFilesInItsOwnFolder() throws Exception {
    Path answer = directory.resolve("answer");
    try (ChildProcess child =
        program(ParentProgram.class).withArguments(answer.toString()).start()) {
      child.awaitReady(() -> Files.exists(answer), LIMIT);

      assertThat(directory.resolve("tmp")).isDirectory();
    }
  }

  private JavaProgram program(Class<?> main) {
    Path testClasses = Path.of("target", "test-classes");
    return JavaProgram.of(main.getSimpleName(), directory, List.of(testClasses), main.getName());
  }

  /** Starts a child and writes its process id down. */
  static final class ParentProgram {
    private ParentProgram() {}

    public static void main(String[] args) throws Exception {
      Path pidFile = Path.of(args[0]);
      List<Path> testClasses =
          List.of(
              Path.of(
                  ParentProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      ChildProcess child =
          JavaProgram.of(
                  "grandchild",
                  pidFile.resolveSibling("grandchild"),
                  testClasses,
                  SleepingProgram.class.getName())
              .start();
      Path draft = pidFile.resolveSibling("draft");
      Files.writeString(draft, Long.toString(child.pid()));
      Files.move(draft, pidFile);
      Thread.sleep(Duration.ofHours(1));
    }
  }

  static final class SleepingProgram {
    private SleepingProgram() {}

    public static void main(String[] args) throws Exception {
      Thread.sleep(Duration.ofHours(1));
    }
  }

  static final class FailingProgram {
    private FailingProgram() {}

    public static void main(String[] args) {
      for (int line = 1; line <= 30; line++) {
        System.out.println("line " + line);
      }
      System.exit(7);
    }
  }
}
