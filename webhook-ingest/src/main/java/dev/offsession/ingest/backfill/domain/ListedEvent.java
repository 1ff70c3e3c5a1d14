package dev.offsession.ingest.backfill.domain;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One event of Stripe's list.
 *
 * @param created when Stripe made it; whole seconds
 * @param json the event's bytes as they stood in the list, in UTF-8
 */
public record ListedEvent(String id, Instant created, ByteBuffer json) {

  /** A copy of the event's bytes. */
  public byte[] body() {
    byte[] bytes = new byte[json.remaining()];
    json.duplicate().get(bytes);
    return bytes;
  }
}
