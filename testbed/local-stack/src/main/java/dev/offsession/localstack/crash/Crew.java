package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Health;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several processes of one service; whoever died is started again beside the run. */
final class Crew implements AutoCloseable {
  private final JavaProgram program;
  private final Path logs;
  private final Duration startLimit;
  private final List<Member> members = new ArrayList<>();

  /** One place in the crew, and who fills it. */
  private final class Member {
    private final String name;
    private final int port = Ports.free();
    private int generation;
    private ChildProcess process;
    private boolean ready;

    Member(int number) {
      this.name = program.name() + "-" + number;
      this.process = launch();
    }

    private ChildProcess launch() {
      generation++;
      ready = false;
      Path log = logs.resolve("%s.%d.log".formatted(name, generation));
      return new JavaProgram(
              name,
              program.directory().resolveSibling(name),
              log,
              program.classPath(),
              program.mainClass(),
              program.jvmOptions(),
              program.arguments(),
              program.environment())
          .withEnvironment(Map.of("SERVER_PORT", Integer.toString(port)))
          .start();
    }

    private void tend() {
      if (!process.isAlive()) {
        process = launch();
      }
    }

    private boolean serves() {
      ready = process.isAlive() && (ready || Health.serves(port));
      return ready;
    }
  }

  /**
   * @param program what each of them runs
   * @param startLimit how long a start may take
   * @param logs where each life of each of them leaves its log
   */
  Crew(JavaProgram program, Path logs, Duration startLimit, int size) {
    this.startLimit = startLimit;
    this.program = program;
    this.logs = logs;
    try {
      Files.createDirectories(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    IntStream.rangeClosed(1, size).forEach(number -> members.add(new Member(number)));
  }

  List<Integer> ports() {
    return members.stream().map(member -> member.port).toList();
  }

  /** Starts again who died; does not wait. */
  synchronized void tend() {
    members.forEach(Member::tend);
  }

  /** Waits until every one of them serves; one that gives up is started again. */
  void awaitAll() {
    if (!Pause.until(this::allServe, startLimit)) {
      throw members
          .getFirst()
          .process
          .failed("did not come up in " + startLimit.toSeconds() + " s");
    }
  }

  private boolean allServe() {
    tend();
    return members.stream().allMatch(Member::serves);
  }

  /** The processes that run now. */
  List<ChildProcess> processes() {
    return members.stream().map(member -> member.process).toList();
  }

  /** Those of them that serve. */
  List<ChildProcess> serving() {
    return members.stream().filter(Member::serves).map(member -> member.process).toList();
  }

  /** Processor time that the processes of now have used, all together. */
  Duration cpu() {
    return processes().stream()
        .map(process -> process.handle().info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public synchronized void close() {
    members.parallelStream().forEach(member -> member.process.close());
  }
}
