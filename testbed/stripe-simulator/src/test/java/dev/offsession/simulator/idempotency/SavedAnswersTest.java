package dev.offsession.simulator.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SavedAnswersTest {
  private static final SavedAnswer ANSWER = new SavedAnswer(200, "{}");

  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private final SavedAnswers answers = new SavedAnswers(() -> now);

  @Test
  void aKeyIsFirstThenInFlightThenReplayed() {
    assertThat(begin("a")).isEqualTo(new Begin.First());
    assertThat(begin("a")).isEqualTo(new Begin.InFlight());
    answers.finish("k", ANSWER);
    assertThat(begin("a")).isEqualTo(new Begin.Replay(ANSWER));
  }

  @Test
  void aReleasedKeyIsNewAgain() {
    begin("a");
    answers.release("k");

    assertThat(begin("b")).isEqualTo(new Begin.First());
  }

  @Test
  void aSavedAnswerIsNotReleased() {
    begin("a");
    answers.finish("k", ANSWER);
    answers.release("k");

    assertThat(begin("a")).isEqualTo(new Begin.Replay(ANSWER));
  }

  @Test
  void anotherUseOfTheKeyIsToldApart() {
    begin("a");

    assertThat(begin("b")).isEqualTo(new Begin.OtherParameters());
    assertThat(answers.begin("k", "/v1/other", "a"))
        .isEqualTo(new Begin.OtherEndpoint("/v1/other", "/v1/customers"));
  }

  @Test
  void anAnswerLivesForADayAndACallInFlightForAsLongAsItTakes() {
    begin("a");
    now = now.plus(Duration.ofHours(30));
    assertThat(begin("a")).isEqualTo(new Begin.InFlight());

    answers.finish("k", ANSWER);
    assertThat(begin("a")).isEqualTo(new Begin.First());
  }

  private Begin begin(String parameters) {
    return answers.begin("k", "/v1/customers", parameters);
  }
}
