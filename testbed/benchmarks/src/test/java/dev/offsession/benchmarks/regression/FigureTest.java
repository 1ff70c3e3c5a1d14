package dev.offsession.benchmarks.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
  @Test
  void aQuarterMoreIsStillFine() {
    assertThat(new Figure("webhook", 1.25, 1.0).isWorse()).isFalse();
  }

  @Test
  void moreThanAQuarterIsWorse() {
    assertThat(new Figure("webhook", 1.26, 1.0).isWorse()).isTrue();
    assertThat(new Figure("webhook", 1.26, 1.0).text()).contains("WORSE", "1.26", "1.25");
  }

  @Test
  void whatWasWrittenDownIsRead(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("testbed/benchmarks"));
    Committed committed = Committed.in(root);

    committed.write(Map.of("webhook", 1.2345));

    assertThat(committed.ratio("webhook")).isEqualTo(1.23);
    assertThatThrownBy(() -> committed.ratio("charge")).hasMessageContaining("charge");
  }
}
