package dev.offsession.notifier.prompting.domain;

/** One channel to customers. */
public interface PromptSender {
  /** The channel it serves. */
  Channel channel();

  /**
   * Hands the message over. The same prompt handed over twice carries the same message id, so that
   * receivers may recognise it. Never throws for what the outside does.
   *
   * @return one of Accepted, Refused, Bounced, Deferred, Unanswered
   */
  DeliveryResult send(Prompt prompt, Contact contact, CustomerLink link);
}
