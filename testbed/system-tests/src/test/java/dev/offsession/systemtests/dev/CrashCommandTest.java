package dev.offsession.systemtests.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Dev;
import dev.offsession.systemtests.stack.Dev.Ended;
import org.junit.jupiter.api.Test;

/** What {@code ./dev crash} answers before it starts anything; the runs themselves are its own. */
class CrashCommandTest {
  private final Dev dev = Dev.inTree("crash");

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
}
