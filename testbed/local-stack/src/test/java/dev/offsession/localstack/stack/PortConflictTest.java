package dev.offsession.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortConflictTest {
  private static final int BASE = freeBase();

  @TempDir Path empty;

  @Test
  void namesTheProcessThatHasThePort() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells who has a port");
    try (ServerSocket _ = listenOn(Port.BROKER)) {
      assertThatExceptionOfType(PortConflictException.class)
          .isThrownBy(() -> PortConflictException.check(BASE))
          .withMessageContaining("Port " + (BASE + 9) + " (broker) is taken by")
          .withMessageContaining("(pid " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void offersABaseWhereAllPortsAreFree() throws IOException {
    try (ServerSocket _ = listenOn(Port.PAYMENT_COLLECTOR)) {
      assertThatExceptionOfType(PortConflictException.class)
          .isThrownBy(() -> PortConflictException.check(BASE))
          .withMessageMatching("(?s).*./dev --port-base \\d+");
    }
  }

  @Test
  void saysThatItIsTakenEvenWhereTheSystemDoesNotTellByWhom() throws IOException {
    try (ServerSocket _ = listenOn(Port.SMTP)) {
      assertThatExceptionOfType(PortConflictException.class)
          .isThrownBy(() -> PortConflictException.check(BASE, new PortOwner(empty)))
          .withMessageContaining("is taken by another process");
    }
  }

  @Test
  void isSilentWhenAllPortsAreFree() {
    assertThatCode(() -> PortConflictException.check(BASE)).doesNotThrowAnyException();
  }

  @Test
  void noTwoPartsShareAPort() {
    assertThat(Stream.of(Port.values()).map(port -> port.on(BASE))).doesNotHaveDuplicates();
  }

  private static ServerSocket listenOn(Port port) throws IOException {
    return new ServerSocket(port.on(BASE), 1, InetAddress.getLoopbackAddress());
  }

  private static int freeBase() {
    return IntStream.iterate(33_000, base -> base + 50)
        .filter(PortConflictTest::allFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean allFree(int base) {
    try {
      PortConflictException.check(base);
      return true;
    } catch (PortConflictException taken) {
      return false;
    }
  }
}
