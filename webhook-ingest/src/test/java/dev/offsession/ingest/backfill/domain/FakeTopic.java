package dev.offsession.ingest.backfill.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A topic in memory; what is published to it is on it at once. */
public final class FakeTopic implements TopicEvents, EventSink {

  public final List<String> ids = new ArrayList<>();
  public final List<Instant> created = new ArrayList<>();
  int mostInASlice = Integer.MAX_VALUE;
  int largestBatch;
  private List<String> caughtUp = List.of();

  public void holds(String id, Instant at) {
    ids.add(id);
    created.add(at);
  }

  @Override
  public Optional<Instant> newest() {
    return created.stream().max(Comparator.naturalOrder());
  }

  @Override
  public boolean catchUp(Slice slice) {
    long inSlice = created.stream().filter(slice::holds).count();
    caughtUp = List.copyOf(ids);
    return inSlice <= mostInASlice;
  }

  @Override
  public boolean contains(String eventId) {
    return caughtUp.contains(eventId);
  }

  @Override
  public int publish(@Nullable String account, List<ListedEvent> events) {
    largestBatch = Math.max(largestBatch, events.size());
    events.forEach(e -> holds(e.id(), e.created()));
    return events.size();
  }

  @Override
  public void close() {}
}
