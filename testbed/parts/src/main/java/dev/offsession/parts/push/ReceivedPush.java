package dev.offsession.parts.push;

import java.time.Instant;

/**
 * A push that a device got.
 *
 * @param id 1 for the first that arrived, and so on
 * @param subscription the device
 * @param payload what the device read, as text
 * @param ttl seconds the service would have kept it
 * @param topic empty when it has none; a later push of the same topic replaces it
 * @param key public key of the sender, base64url
 */
public record ReceivedPush(
    String id,
    String subscription,
    String payload,
    long ttl,
    String urgency,
    String topic,
    String key,
    Instant receivedAt) {}
