package dev.offsession.localstack.stack;

import dev.offsession.parts.process.Ports;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A port of the stack is taken by somebody else. */
public final class PortConflictException extends RuntimeException {
  private static final int STEP = 100;

  private PortConflictException(String message) {
    super(message);
  }

  /** Checks all ports of the stack. */
  public static void check(int base) {
    check(base, PortOwner.ofThisMachine());
  }

  static void check(int base, PortOwner owners) {
    Optional<Port> taken =
        Stream.of(Port.values()).filter(port -> !Ports.isFree(port.on(base))).findFirst();
    if (taken.isPresent()) {
      throw new PortConflictException(explain(taken.get(), base, owners));
    }
  }

  private static String explain(Port port, int base, PortOwner owners) {
    String owner = owners.of(port.on(base)).orElse("another process");
    String free =
        nextFreeBase(base).stream().mapToObj(b -> "./dev --port-base " + b).findFirst().orElse("");
    return "Port "
        + port.on(base)
        + " ("
        + port.part()
        + ") is taken by "
        + owner
        + (free.isEmpty() ? "." : ".\nAll ports are free with:  " + free);
  }

  private static OptionalInt nextFreeBase(int base) {
    return IntStream.iterate(base + STEP, b -> b < 60_000, b -> b + STEP)
        .filter(b -> Stream.of(Port.values()).allMatch(port -> Ports.isFree(port.on(b))))
        .findFirst();
  }
}
