package dev.offsession.systemtests.stack;

import static java.util.stream.Collectors.toMap;

import dev.offsession.systemtests.stack.Dev.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A running stack, known only by what {@code ./dev status -o env} says of it.
 *
 * @param dev the command that started it
 * @param environment the printed {@code KEY=value} lines
 */
public record Stack(Dev dev, Map<String, String> environment) {

  private static final int PORTS = 12;
  private static final int LOWEST_BASE = 21_000;
  private static final int HIGHEST_BASE = 32_000;

  /** Starts a detached stack and returns when it says that it is ready. */
  static Stack up(Dev dev) {
    Ended up = dev.run("up", "--detach", "--port-base", String.valueOf(freePortBase()));
    if (up.exit() != 0) {
      throw new IllegalStateException("./dev up --detach failed: " + up.output());
    }
    return new Stack(dev, parse(dev.run("status", "-o", "env").output()));
  }

  static Map<String, String> parse(String lines) {
    return lines
        .lines()
        .filter(line -> line.matches("[A-Z_]+=.*"))
        .map(line -> line.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** A base with all its ports free at this moment. */
  public static int freePortBase() {
    return IntStream.iterate(LOWEST_BASE, base -> base < HIGHEST_BASE, base -> base + PORTS * 2)
        .filter(base -> IntStream.range(base, base + PORTS).allMatch(Stack::isFree))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports"));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /**
   * One of the printed values.
   *
   * @param name without {@code OFFSESSION_}
   */
  public String value(String name) {
    String value = environment.get("OFFSESSION_" + name);
    if (value == null) {
      throw new IllegalStateException("./dev status -o env prints no OFFSESSION_" + name);
    }
    return value;
  }

  public URI address(String name) {
    return URI.create(value(name));
  }

  public String kafka() {
    return value("KAFKA_BOOTSTRAP_SERVERS");
  }

  public String registry() {
    return value("SCHEMA_REGISTRY_URL");
  }

  void down() {
    Ended down = dev.run("down");
    if (down.exit() != 0) {
      throw new IllegalStateException("./dev down failed: " + down.output());
    }
    if (!dev.processes().isEmpty()) {
      throw new IllegalStateException("./dev down left processes: " + dev.processes());
    }
  }
}
