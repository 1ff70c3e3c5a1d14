package dev.offsession.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Timeline timeline = new Timeline();
  private final List<String> happened = new ArrayList<>();

  @Test
  void runsWhatIsDueInOrderAndLeavesTheRest() {
    timeline.at(NOON.plusSeconds(2), () -> happened.add("second"));
    timeline.at(NOON.plusSeconds(1), () -> happened.add("first"));
    timeline.at(NOON.plusSeconds(9), () -> happened.add("later"));

    timeline.runDue(NOON.plusSeconds(2));

    assertThat(happened).containsExactly("first", "second");
  }

  @Test
  void runsWhatBecomesDueOnTheWay() {
    timeline.at(
        NOON,
        () -> {
          happened.add("cause");
          timeline.at(NOON.plusSeconds(1), () -> happened.add("effect"));
        });

    timeline.runDue(NOON.plusSeconds(5));

    assertThat(happened).containsExactly("cause", "effect");
  }
}
