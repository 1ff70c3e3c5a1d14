package dev.offsession.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataPatchTest {
  private static final Map<String, String> CURRENT = Map.of("a", "1", "b", "2");

  @Test
  void setsAddsAndUnsetsByEmptyValue() {
    MetadataPatch patch = new MetadataPatch(false, Map.of("a", "", "b", "3", "c", "4"));

    assertThat(patch.over(CURRENT)).containsOnly(Map.entry("b", "3"), Map.entry("c", "4"));
  }

  @Test
  void anEmptyMetadataParameterUnsetsAll() {
    assertThat(new MetadataPatch(true, Map.of()).over(CURRENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"41, 1", "1, 501"})
  void keysAndValuesHaveLimits(int keyLength, int valueLength) {
    MetadataPatch patch =
        new MetadataPatch(false, Map.of("k".repeat(keyLength), "v".repeat(valueLength)));

    assertThatThrownBy(() -> patch.over(Map.of())).isInstanceOf(Refusal.class);
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    MetadataPatch patch = new MetadataPatch(false, Map.of("k".repeat(40), "v".repeat(500)));

    assertThat(patch.over(Map.of())).hasSize(1);
  }
}
