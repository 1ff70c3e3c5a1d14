package dev.offsession.charging.paysim;

import java.util.HashSet;
import java.util.Set;

/** A memory of events, for the mistake of marking an event as seen before it was handled. */
final class EventMarks {
  private final boolean used;
  private final Set<String> seen = new HashSet<>();

  EventMarks(boolean used) {
    this.used = used;
  }

  boolean isNew(Webhooks.Event event) {
    return !used || seen.add(event.id());
  }
}
