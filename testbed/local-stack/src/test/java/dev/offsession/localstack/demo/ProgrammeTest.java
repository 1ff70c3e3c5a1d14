package dev.offsession.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final Scene FIRST = new TitledScene("a", "first", "SUCCEEDED");
  private static final Scene SECOND = new TitledScene("b", "second", "CANCELED");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void printsInOrderWhatEndsInAnyOrder() {
    var secondIsOver = new CountDownLatch(1);

    programme(2)
        .play((scene, seen) -> {
          if (scene.equals(FIRST)) {
            awaitQuietly(secondIsOver);
          }
          seen.saw(scene.expected());
          secondIsOver.countDown();
        });

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0))
        .startsWith("[ok]   (a) first | expected SUCCEEDED | actual SUCCEEDED");
    assertThat(lines().get(1))
        .startsWith("[ok]   (b) second | expected CANCELED | actual CANCELED");
  }

  @Test
  void aSceneThatFailsSpoilsNoOther() {
    var performances =
        programme(2)
            .play((scene, seen) -> {
              if (scene.equals(FIRST)) {
                throw new IllegalStateException("no mail within 60 s");
              }
              seen.saw("CANCELED");
            });

    assertThat(performances).extracting(Performance::ok).containsExactly(false, true);
    assertThat(lines().getFirst())
        .startsWith("[FAIL] (a) first | expected SUCCEEDED | actual nothing")
        .endsWith("no mail within 60 s");
  }

  @Test
  void anotherEndThanExpectedFails() {
    var performances = programme(1).play((_, seen) -> seen.saw("SUCCEEDED"));

    assertThat(performances).extracting(Performance::ok).containsExactly(true, false);
    assertThat(lines().get(1)).contains("actual SUCCEEDED").endsWith("expected CANCELED");
  }

  @Test
  void theRightEndWithAComplaintFails() {
    var performances =
        programme(1)
            .play((scene, seen) -> {
              seen.saw(scene.expected());
              seen.check(scene.equals(FIRST), "the mail says: hello");
            });

    assertThat(performances).extracting(Performance::ok).containsExactly(true, false);
    assertThat(lines().get(1)).endsWith("the mail says: hello");
  }

  private Programme programme(int atOnceMax) {
    return new Programme(List.of(FIRST, SECOND), new PrintStream(printed, true, UTF_8), atOnceMax);
  }

  private List<String> lines() {
    return printed.toString(UTF_8).lines().toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
