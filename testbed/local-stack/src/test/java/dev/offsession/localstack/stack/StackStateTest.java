package dev.offsession.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {
  @TempDir Path root;
  private StackFolders folders;

  @BeforeEach
  void makeTheFolders() {
    folders = new StackFolders(root);
    folders.startFresh();
  }

  @Test
  void isFoundWhileItsSupervisorRuns() {
    StackState state = StackState.ofThisProcess(8080, new StripeSide.Simulated("whsec_dev_1"));

    state.write(folders.state());

    assertThat(StackState.running(folders)).contains(state);
  }

  @Test
  void isOfThePastWhenAnotherProcessHasItsId() {
    long pid = ProcessHandle.current().pid();
    new StackState(pid, Instant.EPOCH.plusSeconds(1), 8080, null).write(folders.state());

    assertThat(StackState.running(folders)).isEmpty();
  }

  @Test
  void isMissingWhereNoStackWasStarted() {
    assertThat(StackState.running(folders)).isEmpty();
  }

  @Test
  void keepsNoKeyOfARealAccount() throws IOException {
    StripeSide real = new StripeSide.TestAccount("sk_test_1", "pk_test_1", "whsec_1");

    StackState.ofThisProcess(8080, real).write(folders.state());

    assertThat(Files.readString(folders.state())).doesNotContain("sk_test", "pk_test", "whsec");
  }

  @Test
  void canBeReadByItsUserOnly() throws IOException {
    StackState.ofThisProcess(8080, new StripeSide.Simulated("whsec_dev_1")).write(folders.state());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.state())))
        .isEqualTo("rw-------");
  }
}
