package dev.offsession.simulator.webhooks;

import dev.offsession.simulator.render.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Every attempt to deliver, and which endpoints still wait for which event. Thread-safe. */
public final class DeliveryLog {
  private static final int KEPT_MAX = 20_000;

  private final Deque<Attempt> attempts = new ArrayDeque<>();
  private final Map<String, Set<String>> pending = new HashMap<>();

  /**
   * One attempt.
   *
   * @param status the receiver's HTTP status; 0 when there was no answer
   */
  public record Attempt(
      String event, String type, String endpoint, int number, Instant at, int status) {
    /** The attempt as JSON. */
    public ObjectNode json() {
      return Json.object()
          .with("event", event)
          .with("type", type)
          .with("endpoint", endpoint)
          .with("attempt", number)
          .with("at", at.toString())
          .with("status", status)
          .with("delivered", delivered())
          .done();
    }

    /** Only 2xx counts. */
    public boolean delivered() {
      return status >= 200 && status < 300;
    }
  }

  synchronized void expect(String event, String endpoint) {
    pending.computeIfAbsent(event, _ -> new HashSet<>()).add(endpoint);
  }

  synchronized void add(Attempt attempt) {
    if (attempts.size() == KEPT_MAX) {
      attempts.removeFirst();
    }
    attempts.addLast(attempt);
    if (attempt.delivered()) {
      pending.computeIfPresent(
          attempt.event,
          (_, endpoints) -> {
            endpoints.remove(attempt.endpoint);
            return endpoints.isEmpty() ? null : endpoints;
          });
    }
  }

  /** How many endpoints have not yet confirmed the event. */
  public synchronized int pending(String event) {
    return pending.getOrDefault(event, Set.of()).size();
  }

  /** The attempts, the oldest first. */
  public synchronized List<Attempt> all() {
    return List.copyOf(attempts);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    attempts.clear();
    pending.clear();
  }
}
