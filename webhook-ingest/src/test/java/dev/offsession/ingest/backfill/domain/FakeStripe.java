package dev.offsession.ingest.backfill.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A list of events with pages of three, newest first, as Stripe's. */
final class FakeStripe implements EventList {

  private static final int PAGE = 3;

  final List<EventQuery> asked = new ArrayList<>();
  private final List<ListedEvent> newestFirst = new ArrayList<>();
  int failAfterCalls = Integer.MAX_VALUE;

  void happens(String id, Instant created) {
    newestFirst.addFirst(
        new ListedEvent(id, created, ByteBuffer.wrap(("{" + id + "}").getBytes(UTF_8))));
  }

  @Override
  public EventPage page(EventQuery query) {
    asked.add(query);
    if (asked.size() > failAfterCalls) {
      throw new BackfillException("Stripe is away");
    }
    List<ListedEvent> found =
        newestFirst.stream().filter(e -> query.slice().holds(e.created())).toList();
    List<String> ids = found.stream().map(ListedEvent::id).toList();
    int from = query.after() == null ? 0 : ids.indexOf(query.after()) + 1;
    int to = Math.min(from + PAGE, found.size());
    return new EventPage(found.subList(from, to), to < found.size());
  }
}
