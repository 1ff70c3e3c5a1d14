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

  /** One event at one endpoint. */
  record EventKey(String endpoint, String eventId) {}

  private final Set<EventKey> published;

  RecentEvents(int max) {
    published =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>() {
                  @Override
                  protected boolean removeEldestEntry(Map.Entry<EventKey, Boolean> eldest) {
                    return size() > max;
                  }
                }));
  }

  boolean contains(EventKey key) {
    return published.contains(key);
  }

  /** Only after Kafka has acknowledged the event: before that, a failure would lose it. */
  void published(EventKey key) {
    published.add(key);
  }
}
