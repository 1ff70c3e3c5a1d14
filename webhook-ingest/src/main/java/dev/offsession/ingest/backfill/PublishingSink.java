package dev.offsession.ingest.backfill;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.EventSink;
import dev.offsession.ingest.backfill.domain.ListedEvent;
import dev.offsession.ingest.webhooks.StripeEventPublisher;
import dev.offsession.ingest.webhooks.StripeEventPublisher.Source;
import dev.offsession.ingest.webhooks.event.EventReader;
import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.event.UnusableEventException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes listed events as webhooks are published: the same reading, the same redaction.
 *
 * @param live whether only events about real money are taken in, or only the others
 * @param timeout how long Kafka may take for one batch
 */
record PublishingSink(StripeEventPublisher publisher, boolean live, Duration timeout, Clock clock)
    implements EventSink {

  private static final Logger log = LoggerFactory.getLogger(PublishingSink.class);

  private static final String LABEL = "backfill";

  private static final EventReader READER = new EventReader();

  @Override
  public int publish(@Nullable String account, List<ListedEvent> events) {
    List<ReceivedEvent> usable =
        events.stream().map(event -> read(account, event)).flatMap(Optional::stream).toList();
    await(usable.stream().map(this::send).toList());
    usable.forEach(e -> log.info("{} {} {} by backfill", e.id(), e.type(), e.objectId()));
    return usable.size();
  }

  private Optional<ReceivedEvent> read(@Nullable String account, ListedEvent listed) {
    try {
      ReceivedEvent event = READER.read(listed.body());
      if (event.livemode() != live) {
        log.warn("{} is of the other mode and is left out", event.id());
        return Optional.empty();
      }
      return Optional.of(account == null ? event : event.from(account));
    } catch (UnusableEventException e) {
      log.warn("{} of Stripe's list is left out: {}", listed.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private CompletableFuture<Void> send(ReceivedEvent event) {
    return publisher.publish(LABEL, event, clock.instant(), Source.BACKFILL);
  }

  private void await(List<CompletableFuture<Void>> sent) {
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new BackfillException("Kafka did not take the events in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackfillException("the service stops", e);
    }
  }
}
