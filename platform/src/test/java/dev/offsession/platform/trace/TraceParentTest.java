package dev.offsession.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void readsTheStandardsExample() {
    assertThat(TraceParent.parse(EXAMPLE)).hasValue(new TraceParent(EXAMPLE));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
        "00-4bf92f3577b34da6a3ce929d0e0e4736x00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7x01",
        "00-4bf92f3577b34da6a3ce929d0e0e47g6-00f067aa0ba902b7-01"
      })
  void ignoresWhatIsMalformed(@Nullable String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
  }

  @Test
  void createsTracesThatDiffer() {
    assertThat(TraceParent.create()).isNotEqualTo(TraceParent.create());
  }

  @Test
  void belongsToTheThreadForTheTimeOfTheWork() {
    TraceParent outer = TraceParent.create();
    TraceParent inner = TraceParent.create();

    outer.during(() -> {
      inner.during(() -> assertThat(TraceParent.currentOrNew()).isEqualTo(inner));
      assertThat(TraceParent.currentOrNew()).isEqualTo(outer);
    });

    assertThat(TraceParent.currentOrNew()).isNotIn(outer, inner);
  }
}
