package dev.offsession.localstack.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.localstack.crash.Pause;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillerTest {
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long SEED = 1;

  @TempDir Path folder;

  private final AtomicInteger tended = new AtomicInteger();
  private List<ChildProcess> processes = List.of();

  @BeforeEach
  void startThree() {
    processes =
        Stream.of("charge-worker-1", "charge-worker-2", "webhook-ingest-1")
            .map(this::start)
            .toList();
  }

  private ChildProcess start(String name) {
    return JavaProgram.of(
            name,
            folder.resolve(name),
            List.of(Path.of("target", "classes"), Path.of("target", "test-classes")),
            Sleeper.class.getName())
        .start();
  }

  @AfterEach
  void endThem() {
    processes.forEach(ChildProcess::close);
  }

  @Test
  void killsThoseThatServeUntilNobodyDoesAndCountsThemByService() {
    try (Killer killer = killer(OFTEN)) {
      killer.start();

      assertThat(Pause.until(() -> killer.missed() > 0, PATIENCE)).isTrue();
      assertThat(processes).noneMatch(ChildProcess::isAlive);
      assertThat(killer.kills()).isEqualTo(Map.of("charge-worker", 2, "webhook-ingest", 1));
      assertThat(killer.count()).isEqualTo(3);
      assertThat(tended).hasValueGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void killsNobodyOnceItIsStopped() {
    try (Killer killer = killer(OFTEN)) {
      killer.start();
      killer.stop();
      int killed = killer.count();

      Pause.of(OFTEN.multipliedBy(5));

      // One kill may have been under way.
      assertThat(killer.count()).isLessThanOrEqualTo(killed + 1).isLessThan(3);
      assertThat(processes).anyMatch(ChildProcess::isAlive);
    }
  }

  @Test
  void killsNobodyWhenItIsNeverTime() {
    try (Killer killer = killer(Duration.ZERO)) {
      killer.start();

      Pause.of(OFTEN.multipliedBy(5));

      assertThat(killer.count()).isZero();
      assertThat(processes).allMatch(ChildProcess::isAlive);
      assertThat(tended).hasValue(0);
    }
  }

  private Killer killer(Duration every) {
    return new Killer(
        () -> processes.stream().filter(ChildProcess::isAlive).toList(),
        tended::incrementAndGet,
        every,
        SEED);
  }

  /** Something that can be killed. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) {
      Pause.of(PATIENCE.multipliedBy(3));
    }
  }
}
