package dev.offsession.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that listens on a port, from Linux's {@code /proc}. */
final class PortOwner {
  private static final String LISTENING = "0A";

  private final Path proc;

  PortOwner(Path proc) {
    this.proc = proc;
  }

  static PortOwner ofThisMachine() {
    return new PortOwner(Path.of("/proc"));
  }

  /** Such as {@code java (pid 4711)}; empty where the system does not tell. */
  Optional<String> of(int port) {
    Set<String> sockets =
        Stream.of("tcp", "tcp6")
            .flatMap(table -> sockets(proc.resolve("net").resolve(table), port))
            .map(inode -> "socket:[" + inode + "]")
            .collect(Collectors.toSet());
    return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
  }

  /** Columns of the table: sl, local address, remote address, state, …, the tenth is the inode. */
  private static Stream<String> sockets(Path table, int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    return lines(table).stream()
        .map(line -> List.of(line.strip().split("\\s+")))
        .filter(columns -> columns.size() > 9)
        .filter(columns -> columns.get(1).endsWith(suffix) && columns.get(3).equals(LISTENING))
        .map(columns -> columns.get(9));
  }

  private Optional<String> processWith(Set<String> sockets) {
    try (Stream<Path> entries = Files.list(proc)) {
      return entries
          .filter(entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
          .filter(process -> holdsOneOf(process, sockets))
          .findFirst()
          .map(PortOwner::describe);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean holdsOneOf(Path process, Set<String> sockets) {
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static String describe(Path process) {
    String name = lines(process.resolve("comm")).stream().findFirst().orElse("process");
    return name + " (pid " + process.getFileName() + ")";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
