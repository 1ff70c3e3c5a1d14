package dev.offsession.simulator.http;

import dev.offsession.simulator.render.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The latest API calls, for assertions such as "confirmed once". Thread-safe. */
public final class RequestLog {
  private static final int KEPT_MAX = 20_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * One call.
   *
   * @param parameters card details and secrets masked
   * @param fault the fault that hit it
   * @param replayed answered from a saved answer
   */
  public record Entry(
      String requestId,
      Instant at,
      String method,
      String path,
      Map<String, String> headers,
      Map<String, String> parameters,
      @Nullable String idempotencyKey,
      int status,
      @Nullable String fault,
      boolean replayed) {

    /** The entry as JSON. */
    public ObjectNode json() {
      return Json.object()
          .with("request_id", requestId)
          .with("at", at.toString())
          .with("method", method)
          .with("path", path)
          .with("headers", headers)
          .with("parameters", parameters)
          .with("idempotency_key", idempotencyKey)
          .with("status", status)
          .with("fault", fault)
          .with("replayed", replayed)
          .done();
    }
  }

  /** Adds a call; the oldest is forgotten beyond the limit. */
  public synchronized void add(Entry entry) {
    if (entries.size() == KEPT_MAX) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** The calls, the oldest first. */
  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
  }
}
