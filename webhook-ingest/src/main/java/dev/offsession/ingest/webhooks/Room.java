package dev.offsession.ingest.webhooks;

import java.util.concurrent.Semaphore;

/**
 * So many events may be on their way to Kafka at once. A place is taken until Kafka is done with
 * the event, even when Stripe has had its answer before: so a broker that is away fills the room
 * once, and what comes then is turned away at once instead of piling up.
 */
final class Room {

  private final Semaphore places;

  Room(int max) {
    places = new Semaphore(max);
  }

  /** Never waits; false when the room is full. Who entered must leave once. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  int free() {
    return places.availablePermits();
  }
}
