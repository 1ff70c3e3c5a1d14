package dev.offsession.notifier.prompting.domain;

/** What a try to deliver a prompt came to. */
public sealed interface DeliveryResult {
  /** The channel took responsibility for the message. */
  record Accepted() implements DeliveryResult {}

  /** The customer is no longer needed; nothing was handed over. */
  record NotNeeded(String reason) implements DeliveryResult {}

  /** It can never be delivered. */
  record Refused(String reason) implements DeliveryResult {}

  /** The customer's mail server refused it for good: their mail does not work. */
  record Bounced(String reason) implements DeliveryResult {}

  /** The channel answered "later", or could not be reached: it certainly has no message. */
  record Deferred(String reason) implements DeliveryResult {}

  /** The channel fell silent after it was given the message: it may have it. */
  record Unanswered(String reason) implements DeliveryResult {}

  /** What the message needs (link, contact, state of the charge) could not be had. */
  record NotReady(String reason) implements DeliveryResult {}
}
