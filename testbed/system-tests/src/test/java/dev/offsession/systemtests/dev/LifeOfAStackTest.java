package dev.offsession.systemtests.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Dev;
import dev.offsession.systemtests.stack.Dev.Ended;
import dev.offsession.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and ending: what is said when it cannot start, and that nothing is left behind. */
class LifeOfAStackTest {

  private static final Duration TO_START = Duration.ofSeconds(150);
  private static final Duration TO_END = Duration.ofSeconds(30);

  private final Dev dev = Dev.inTree("life");

  @TempDir Path folder;

  @AfterEach
  void endWhatATestLeft() {
    dev.processes().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void statusOfNothingIsNotHealthy() {
    assertThat(dev.run("status").exit()).isNotZero();
  }

  @Test
  void downOfNothingSaysSo() {
    assertThat(dev.run("down").output()).isNotBlank();
  }

  @Test
  void ctrlCEndsEverythingThatUpStarted() throws Exception {
    int base = Stack.freePortBase();
    Path screen = folder.resolve("screen.txt");
    Process up = dev.start(screen, "up", "--port-base", String.valueOf(base));
    Awaitility.await()
        .atMost(TO_START)
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> !up.isAlive() || dev.run("status").exit() == 0);
    assertThat(up.isAlive()).as(Files.readString(screen)).isTrue();
    assertThat(dev.processes()).hasSizeGreaterThan(6);
    assertThatTheScreenTellsWhereEverythingIs(screen, base);
    assertThatASecondStackNamesWhoHasThePorts(base);

    interrupt(up);

    assertThat(up.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Awaitility.await().atMost(TO_END).until(() -> dev.processes().isEmpty());
  }

  private static void assertThatTheScreenTellsWhereEverythingIs(Path screen, int base)
      throws IOException {
    assertThat(Files.readString(screen))
        .contains("127.0.0.1:" + base, "127.0.0.1:" + (base + 9), "./dev charge")
        .contains("NOT FOR PRODUCTION");
  }

  private static void assertThatASecondStackNamesWhoHasThePorts(int base) {
    Ended second = Dev.inTree("second").run("up", "--detach", "--port-base", String.valueOf(base));

    assertThat(second.exit()).isNotZero();
    assertThat(second.output()).contains(String.valueOf(base), "--port-base");
  }

  /** Ctrl-C; a process that was told from birth to ignore it (nohup, background) gets TERM. */
  private static void interrupt(Process process) throws IOException, InterruptedException {
    List<String> signal =
        List.of("kill", ignoresCtrlC() ? "-TERM" : "-INT", String.valueOf(process.pid()));
    assertThat(new ProcessBuilder(signal).start().waitFor()).isZero();
  }

  /** Children inherit what this JVM ignores; Linux tells it as a bit mask of signal numbers. */
  private static boolean ignoresCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
