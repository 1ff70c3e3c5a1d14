package dev.offsession.ingest.webhooks.event;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is read from a verified event's body.
 *
 * @param account the connected account the event is from, null for the account itself
 * @param created when Stripe made it; whole seconds
 * @param objectId id of the object it is about, or the event's own where that object has none
 * @param idempotencyKey of the API call that caused it, where there was one
 * @param payload the body without secrets and personal data
 */
public record ReceivedEvent(
    String id,
    String type,
    @Nullable String apiVersion,
    @Nullable String account,
    boolean livemode,
    Instant created,
    String objectId,
    String objectType,
    @Nullable String idempotencyKey,
    ByteBuffer payload) {

  /** The same event with the account it was asked from, which Stripe's list does not repeat. */
  public ReceivedEvent from(String connectedAccount) {
    return new ReceivedEvent(
        id,
        type,
        apiVersion,
        connectedAccount,
        livemode,
        created,
        objectId,
        objectType,
        idempotencyKey,
        payload);
  }
}
