package dev.offsession.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.parts.process.PartFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void aPartThatFailsShowsTheEndOfItsLogAndWhereTheLogIs() {
    Path log = Path.of("").toAbsolutePath().resolve(".dev/run/logs/charge-worker.log");
    List<String> lines = IntStream.rangeClosed(11, 30).mapToObj(i -> "line " + i).toList();

    String text =
        Failures.describe(
            new PartFailedException("charge-worker", "ended with exit code 1", log, lines));

    assertThat(text.lines())
        .startsWith("charge-worker ended with exit code 1.")
        .contains("  line 11", "  line 30")
        .endsWith("All of it: .dev/run/logs/charge-worker.log");
  }
}
