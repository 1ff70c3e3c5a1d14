package dev.offsession.ingest.webhooks;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * So many webhooks may be worked on at once. A place is taken until Kafka is done with the event,
 * even when Stripe has had its answer before: so a broker that is away fills the room once, and
 * what comes then is turned away at once instead of piling up.
 */
final class Room {

  private final Semaphore places;

  Room(int max) {
    places = new Semaphore(max);
  }

  /** Never waits; empty when the room is full. */
  Optional<Place> enter() {
    return places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
  }

  int free() {
    return places.availablePermits();
  }

  /** Leaves the room when it is closed and what it was kept for is done. */
  final class Place implements AutoCloseable {
    private @Nullable CompletableFuture<?> work;

    void keepFor(CompletableFuture<?> unfinished) {
      work = unfinished;
    }

    @Override
    public void close() {
      if (work == null) {
        places.release();
      } else {
        var _ = work.whenComplete((_, _) -> places.release());
      }
    }
  }
}
