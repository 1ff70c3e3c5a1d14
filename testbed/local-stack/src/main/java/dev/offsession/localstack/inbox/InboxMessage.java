package dev.offsession.localstack.inbox;

import java.time.Instant;
import java.util.List;

/**
 * One mail that the stack took.
 *
 * @param id 1 for the first that arrived, and so on
 * @param messageId the Message-ID header
 * @param text the plain part, or empty
 * @param html the HTML part, or empty
 * @param links every web address in the plain part, in its order
 */
public record InboxMessage(
    String id,
    String messageId,
    String from,
    List<String> to,
    String subject,
    Instant receivedAt,
    String text,
    String html,
    List<String> links) {}
