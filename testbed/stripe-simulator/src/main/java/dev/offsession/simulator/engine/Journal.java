package dev.offsession.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account's events. Not thread-safe: the account's lock guards it. */
public final class Journal {
  /** How long events can be read: docs.stripe.com/api/events. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final SimulatedClock clock;
  private final Ids ids;
  private final LinkedHashMap<String, Event> events = new LinkedHashMap<>();
  private List<Event> unsent = new ArrayList<>();

  Journal(SimulatedClock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Writes down that something happened to an object. */
  public void record(String type, Resource object, Cause cause) {
    append(type, object, null, cause);
  }

  /** Writes down a change; the event shows what the object was before. */
  public void recordChange(String type, Resource before, Resource after, Cause cause) {
    append(type, after, before, cause);
  }

  /** The events nobody has been told of yet; each is handed out once. */
  public List<Event> takeUnsent() {
    List<Event> taken = unsent;
    unsent = new ArrayList<>();
    return taken;
  }

  /** An event of the last 30 days. */
  public Optional<Event> find(String id) {
    prune();
    return Optional.ofNullable(events.get(id));
  }

  /** The events of the last 30 days, the youngest first. */
  public List<Event> newestFirst() {
    prune();
    return List.copyOf(events.reversed().values());
  }

  void clear() {
    events.clear();
    unsent.clear();
  }

  private void append(String type, Resource object, @Nullable Resource previous, Cause cause) {
    Event event = new Event(ids.next("evt_"), clock.now(), type, object, previous, cause);
    events.put(event.id(), event);
    unsent.add(event);
  }

  private void prune() {
    Instant oldest = clock.now().minus(KEPT);
    while (!events.isEmpty() && events.firstEntry().getValue().created().isBefore(oldest)) {
      events.pollFirstEntry();
    }
  }
}
