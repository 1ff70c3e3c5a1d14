package dev.offsession.parts.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void neverGivesTheSamePortTwice() {
    Set<Integer> ports = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      ports.add(Ports.free());
    }

    assertThat(ports).hasSize(200).allMatch(Ports::isFree);
  }

  @Test
  void seesThatAPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void seesThatAPortIsTakenOnAllAddresses() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }
}
