package dev.offsession.ingest.backfill.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * Walks a window from its oldest end in slices that fit into memory: halved where events lie too
 * dense, doubled again where they do not. Plain arithmetic; not thread-safe.
 */
final class Slices {

  private final Instant now;
  private Slice current;
  private boolean done;

  /** Starts with the whole window as one slice. */
  Slices(Slice window, Instant now) {
    this.now = now;
    this.current = window;
  }

  boolean isDone() {
    return done;
  }

  Slice current() {
    return current;
  }

  boolean canBeHalved() {
    return current.canBeHalved(now);
  }

  /** The current slice was too much at once. */
  void halve() {
    current = current.half(now);
  }

  /** The current slice is finished; the next one may be twice as long. */
  void advance() {
    if (current.to() == null) {
      done = true;
      return;
    }
    Instant from = requireNonNull(current.to());
    Duration next = current.length(now).multipliedBy(2);
    Instant to = from.plus(next);
    current = new Slice(from, to.isBefore(now) ? to : null);
  }
}
