package dev.offsession.ingest.webhooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Ids of events that Kafka has, so that an immediate duplicate needs no second publish. Bounded and
 * in memory: readers drop duplicates anyway, and forgetting one costs nothing but a record.
 */
final class RecentEvents {

  private record Key(String endpoint, String eventId) {}

  private final Set<Key> published;

  RecentEvents(int max) {
    published =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>() {
                  @Override
                  protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                    return size() > max;
                  }
                }));
  }

  boolean contains(String endpoint, String eventId) {
    return published.contains(new Key(endpoint, eventId));
  }

  /** Only after Kafka has acknowledged the event: before that, a failure would lose it. */
  void published(String endpoint, String eventId) {
    published.add(new Key(endpoint, eventId));
  }
}
