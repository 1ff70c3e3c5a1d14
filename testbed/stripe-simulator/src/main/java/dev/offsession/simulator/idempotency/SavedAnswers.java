package dev.offsession.simulator.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers saved under idempotency keys, for 24 hours of the simulated clock.
 *
 * <p>Source: docs.stripe.com/api/idempotent_requests. Thread-safe.
 */
public final class SavedAnswers {
  /** Stripe keeps keys for at least this long; the simulator for exactly this long. */
  public static final Duration KEPT = Duration.ofHours(24);

  private final InstantSource clock;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** No answers yet. */
  public SavedAnswers(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Begins a call under a key.
   *
   * @param endpoint the path; only POST takes keys
   * @param parameters the parameters in canonical form
   */
  public synchronized Begin begin(String key, String endpoint, String parameters) {
    prune();
    Entry entry = entries.get(key);
    if (entry == null) {
      entries.put(key, new Entry(endpoint, parameters, clock.instant(), null));
      return new Begin.First();
    }
    if (!entry.endpoint.equals(endpoint)) {
      return new Begin.OtherEndpoint(endpoint, entry.endpoint);
    }
    if (!entry.parameters.equals(parameters)) {
      return new Begin.OtherParameters();
    }
    return entry.answer == null ? new Begin.InFlight() : new Begin.Replay(entry.answer);
  }

  /** Saves the answer: later calls under the key get the same. */
  public synchronized void finish(String key, SavedAnswer answer) {
    entries.computeIfPresent(
        key, (_, entry) -> new Entry(entry.endpoint, entry.parameters, entry.begun, answer));
  }

  /** Forgets a call that never came to its work, so that the key is free again. */
  public synchronized void release(String key) {
    entries.computeIfPresent(key, (_, entry) -> entry.answer == null ? null : entry);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
  }

  /** Entries lie in the order of their beginning, so the old ones are in front. */
  private void prune() {
    Instant oldest = clock.instant().minus(KEPT);
    Iterator<Entry> entry = entries.values().iterator();
    while (entry.hasNext()) {
      Entry next = entry.next();
      if (next.begun.isAfter(oldest)) {
        return;
      }
      if (next.answer != null) {
        entry.remove();
      }
    }
  }

  private record Entry(
      String endpoint, String parameters, Instant begun, @Nullable SavedAnswer answer) {}
}
