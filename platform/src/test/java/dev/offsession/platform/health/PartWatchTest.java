package dev.offsession.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PartWatchTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = NOON;
  private Probe probe = _ -> Optional.empty();
  private int looks;
  private final PartWatch watch =
      new PartWatch(
          "Broker",
          patience -> {
            looks++;
            return probe.trouble(patience);
          },
          new HealthSettings(Duration.ofSeconds(5), Duration.ofSeconds(3)),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  @Test
  void isUnknownBeforeTheFirstLook() {
    assertThat(watch.health().getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void saysWhatIsWrongAndSinceWhen() throws Exception {
    watch.look();
    probe = _ -> Optional.of("It is not there: start it");
    lookAfter(Duration.ofMinutes(1));
    probe = _ -> Optional.of("It is not there, and the line is cut");
    lookAfter(Duration.ofMinutes(1));

    assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(watch.health().getDetails())
        .containsEntry("reason", "It is not there, and the line is cut")
        .containsEntry("since", "2026-03-01T12:01:00Z");
  }

  @Test
  void isUpAgainOnceThePartAnswers() throws Exception {
    probe = _ -> Optional.of("gone");
    watch.look();
    probe = _ -> Optional.empty();
    lookAfter(Duration.ofSeconds(30));

    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    assertThat(watch.health().getDetails()).containsEntry("since", "2026-03-01T12:00:30Z");
  }

  @Test
  void takesAFailureOfTheLookItselfForTrouble() throws Exception {
    probe =
        _ -> {
          throw new IllegalStateException("outer", new java.io.IOException("no such host"));
        };

    watch.look();

    assertThat(watch.health().getDetails().get("reason"))
        .isEqualTo("Broker does not answer: java.io.IOException: no such host");
  }

  @Test
  void looksNoMoreOftenHoweverOftenItIsAsked() throws Exception {
    watch.look();
    for (int i = 0; i < 100; i++) {
      watch.health();
    }

    assertThat(looks).isEqualTo(1);
  }

  @Test
  void logsEachChangeOnce(CapturedOutput output) throws Exception {
    watch.look();
    probe = _ -> Optional.of("start it");
    lookAfter(Duration.ofSeconds(5));
    lookAfter(Duration.ofSeconds(5));
    probe = _ -> Optional.empty();
    lookAfter(Duration.ofSeconds(30));
    lookAfter(Duration.ofSeconds(5));

    assertThat(output.getAll()).containsOnlyOnce("Broker is away: start it");
    assertThat(output.getAll()).containsOnlyOnce("Broker is back after 35 s");
  }

  @Test
  void isMeasured() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    watch.bindTo(meters);
    watch.look();
    double served = meters.get("offsession.part.up").tag("part", "Broker").gauge().value();
    probe = _ -> Optional.of("gone");
    watch.look();

    assertThat(served).isEqualTo(1);
    assertThat(meters.get("offsession.part.up").gauge().value()).isZero();
  }

  private void lookAfter(Duration pause) throws InterruptedException {
    now = now.plus(pause);
    watch.look();
  }
}
