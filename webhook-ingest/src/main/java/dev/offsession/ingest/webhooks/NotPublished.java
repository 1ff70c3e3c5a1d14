package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that Kafka takes no events: one line in ten seconds, however many webhooks come. */
final class NotPublished {

  private static final Logger log = LoggerFactory.getLogger(WebhookIntake.class);

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Clock clock;
  private final AtomicLong events = new AtomicLong();
  private final AtomicReference<Instant> nextLine = new AtomicReference<>(Instant.MIN);

  NotPublished(Clock clock) {
    this.clock = clock;
  }

  void tell(ReceivedEvent event, @Nullable Throwable failure) {
    events.incrementAndGet();
    Instant now = clock.instant();
    Instant due = nextLine.get();
    if (now.isBefore(due) || !nextLine.compareAndSet(due, now.plus(BETWEEN_LINES))) {
      return;
    }
    log.warn(
        "{} {} was not published, and with it {} in all since the last such line: {}",
        event.id(),
        event.type(),
        events.getAndSet(0),
        String.valueOf(failure));
  }
}
