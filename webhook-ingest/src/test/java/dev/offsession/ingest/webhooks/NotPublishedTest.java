package dev.offsession.ingest.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class NotPublishedTest {

  private final HandClock clock = new HandClock();
  private final NotPublished notPublished = new NotPublished(clock);

  @Test
  void writesOneLineInTenSecondsHoweverManyEventsThereAre(CapturedOutput output) {
    for (int i = 0; i < 500; i++) {
      notPublished.tell(event("evt_" + i), new IllegalStateException("Kafka is away"));
    }
    assertThat(output.getOut().lines()).hasSize(1);
    assertThat(output).contains("evt_0 x.y was not published", "1 in all", "Kafka is away");

    clock.now = clock.now.plusSeconds(10);
    notPublished.tell(event("evt_later"), new IllegalStateException("Kafka is away"));

    assertThat(output.getOut().lines()).hasSize(2);
    assertThat(output).contains("evt_later x.y was not published", "500 in all");
  }

  private static ReceivedEvent event(String id) {
    return new ReceivedEvent(
        id, "x.y", null, null, false, Instant.EPOCH, "o_1", "o", null, ByteBuffer.allocate(0));
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-27T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
