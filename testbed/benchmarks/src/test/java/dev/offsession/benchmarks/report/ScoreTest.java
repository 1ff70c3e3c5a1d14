package dev.offsession.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.benchmarks.measure.Machine;
import dev.offsession.benchmarks.measure.Spread;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreTest {
  private static final Machine MACHINE =
      new Machine("a processor", 2, "25", "Linux", "abc123", LocalDate.of(2026, 11, 27), 0.1);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Score score = new Score(new PrintStream(said, true, StandardCharsets.UTF_8));

  @Test
  void aFigureIsSaidAtOnceWithItsGoal() {
    score.add("W1", new Spread(0.82, 0.8, 0.9), "");

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("W1", "0.820", ">= 0.700", "met");
  }

  @Test
  void aFigureWhoseLedgerIsNotExactIsVoidHoweverGoodItIs() {
    score.add("W1", Spread.of(5), "", List.of("3 of 10 CHARGED TWICE"));

    assertThat(score.isExact()).isFalse();
    assertThat(score.results().getFirst().isMet()).isFalse();
    assertThat(TextTable.of(score)).contains("VOID", "3 of 10 CHARGED TWICE");
    assertThat(score.measured("W1")).isEmpty();
  }

  @Test
  void aMissedGoalIsNoFailure() {
    score.add("W1", 0.1, "");

    assertThat(score.isExact()).isTrue();
    assertThat(TextTable.of(score)).contains("NOT met");
  }

  @Test
  void programsReadTheSame(@TempDir Path folder) throws Exception {
    score.add("W1", new Spread(0.82, 0.8, 0.9), "");
    score.add("W2", Double.NaN, "");
    score.notRun("W6", "no Go here");

    JsonFile.write(folder.resolve("r.json"), score, MACHINE, true);

    JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("r.json")));
    JsonNode first = json.path("results").get(0);
    assertThat(first.path("id").asString()).isEqualTo("W1");
    assertThat(first.path("measured").asDouble()).isEqualTo(0.82);
    assertThat(first.path("goal").asDouble()).isEqualTo(0.7);
    assertThat(first.path("unit").asString()).isEqualTo("ratio");
    assertThat(first.path("met").asBoolean()).isTrue();
    assertThat(json.path("results").get(1).path("measured").isNull()).isTrue();
    assertThat(json.path("not_run").path("W6").asString()).isEqualTo("no Go here");
  }

  @Test
  void thePageNeedsNothingElse(@TempDir Path folder) throws Exception {
    score.add("W1", 0.82, "with <care>");
    score.curve(
        new Curve(
            "c",
            "t",
            "x",
            "y",
            true,
            List.of(
                new Curve.Line(
                    "l", List.of(new Curve.Point(1_000, 5), new Curve.Point(10_000, 6))))));

    HtmlPage.write(folder.resolve("r.html"), score, MACHINE);

    assertThat(Files.readString(folder.resolve("r.html")))
        .contains("<svg", "polyline", "with &lt;care&gt;")
        .doesNotContain("NaN", "<script", "http://127", "src=");
  }
}
