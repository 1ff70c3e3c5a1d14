package dev.offsession.ingest.backfill.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares one window of Stripe's list with the topic and publishes what is missing, oldest first.
 * It holds no more than {@code listedMax} events at a time. Calling it twice publishes nothing
 * twice, except what a webhook brings between the comparison and the publish.
 *
 * @param accounts the accounts whose lists are read; null is the account itself
 * @param listedMax most events of one slice; a denser second is still read whole
 * @param batchMax most events handed to Kafka before it has acknowledged them
 * @param mayGoOn false once another instance does the backfill
 * @param report is told of every step
 */
public record BackfillPass(
    EventList list,
    TopicEvents topic,
    EventSink sink,
    List<Optional<String>> accounts,
    int listedMax,
    int batchMax,
    BooleanSupplier mayGoOn,
    Consumer<Progress> report,
    Clock clock) {

  /** The finished pass. Never throws: a failure is part of the answer. */
  public Progress run(PassPlan plan) {
    Instant now = clock.instant();
    Progress progress = Progress.starting(plan, now);
    try {
      for (Optional<String> account : accounts) {
        Slices slices = new Slices(plan.window(), now);
        while (!slices.isDone()) {
          progress = step(plan, account.orElse(null), slices, progress);
          report.accept(progress);
        }
      }
      return progress.ended(clock.instant(), null);
    } catch (BackfillException e) {
      return progress.ended(clock.instant(), e.getMessage());
    }
  }

  private Progress step(PassPlan plan, @Nullable String account, Slices slices, Progress progress) {
    Slice slice = slices.current();
    int max = slices.canBeHalved() ? listedMax : Integer.MAX_VALUE;
    var query = new EventQuery(account, slice, plan.undeliveredOnly(), null);
    Optional<List<ListedEvent>> listed = listed(query, max);
    boolean fits = listed.isPresent() && (listed.get().isEmpty() || topic.catchUp(slice));
    if (!fits && slices.canBeHalved()) {
      slices.halve();
      return progress;
    }
    slices.advance();
    return publishMissing(account, listed.orElseThrow(), progress).until(slice.to());
  }

  /** All events of a slice, newest first; empty when they are more than fit. */
  private Optional<List<ListedEvent>> listed(EventQuery first, int max) {
    List<ListedEvent> found = new ArrayList<>();
    EventQuery query = first;
    while (true) {
      checkMayGoOn();
      EventPage page = list.page(query);
      found.addAll(page.events());
      if (!page.more() || page.events().isEmpty()) {
        return Optional.of(found);
      }
      if (found.size() >= max) {
        return Optional.empty();
      }
      query = query.after(page.events().getLast().id());
    }
  }

  private Progress publishMissing(
      @Nullable String account, List<ListedEvent> newestFirst, Progress before) {
    List<ListedEvent> missing =
        newestFirst.reversed().stream().filter(event -> !topic.contains(event.id())).toList();
    Progress progress = before.plus(newestFirst.size(), 0, 0);
    for (List<ListedEvent> batch : batches(missing)) {
      checkMayGoOn();
      int published = sink.publish(account, batch);
      progress = progress.plus(0, published, batch.size() - published);
    }
    return progress;
  }

  private List<List<ListedEvent>> batches(List<ListedEvent> events) {
    return IntStream.iterate(0, i -> i < events.size(), i -> i + batchMax)
        .mapToObj(i -> events.subList(i, Math.min(events.size(), i + batchMax)))
        .toList();
  }

  private void checkMayGoOn() {
    if (!mayGoOn.getAsBoolean()) {
      throw new BackfillException("this instance no longer does the backfill");
    }
  }
}
