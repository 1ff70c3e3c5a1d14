package dev.offsession.systemtests.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Dev;
import dev.offsession.systemtests.stack.Dev.Ended;
import dev.offsession.systemtests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code ./dev crash} on a stack of its own; all points are played by the night run. */
class CrashCommandTest {
  private final Dev dev = Dev.inTree("crash");

  @AfterEach
  void endWhatATestLeft() {
    dev.processes().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void listNamesMoreThanFiftyPoints() {
    Ended list = dev.run("crash", "--list");

    assertThat(list.exit()).isZero();
    assertThat(
            list.output().lines().filter(line -> line.matches(" +(worker|ingest|notifier)\\..*")))
        .hasSizeGreaterThan(50);
  }

  @Test
  void aNameThatIsNoPointIsAnswered() {
    Ended crash = dev.run("crash", "--point", "worker.nothing");

    assertThat(crash.exit()).isNotZero();
    assertThat(crash.output()).contains("./dev crash --list");
  }

  @Test
  void aWorkerThatDiesBeforeItConfirmsLosesNothing() {
    Ended crash =
        dev.run(
            "crash",
            "--point",
            "worker.save.confirming",
            "--port-base",
            String.valueOf(Stack.freePortBase()));

    assertThat(crash.exit()).as(crash.output()).isZero();
    assertThat(crash.output())
        .contains("worker.save.confirming.after", "ledger = store = events", "Nothing was charged");
    assertThat(dev.processes()).as("left behind").isEmpty();
  }
}
