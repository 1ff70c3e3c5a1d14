package dev.offsession.notifier.prompting.domain;

import java.time.Instant;

/**
 * One message to one customer about one need.
 *
 * @param attempts hand-overs the channel answered with "later"
 * @param unanswered hand-overs whose answer never came: the message may or may not have gone out
 */
public record Prompt(
    PromptId id,
    PromptKind kind,
    ChargeFacts facts,
    PromptStatus status,
    int attempts,
    int unanswered) {
  public Prompt {
    if (attempts < 0 || unanswered < 0) {
      throw new IllegalArgumentException("attempts are counted from 0");
    }
  }

  /** A new prompt, due at once. */
  public static Prompt due(PromptId id, PromptKind kind, ChargeFacts facts, Instant now) {
    return new Prompt(id, kind, facts, new PromptStatus.Waiting(now), 0, 0);
  }

  /** This prompt in another status. */
  public Prompt with(PromptStatus other) {
    return new Prompt(id, kind, facts, other, attempts, unanswered);
  }

  /** This prompt, about to be handed over: counted as unanswered until the answer is stored. */
  public Prompt handedOver() {
    return new Prompt(id, kind, facts, status, attempts, unanswered + 1);
  }

  /** This prompt after the channel answered. */
  public Prompt answered() {
    return new Prompt(id, kind, facts, status, attempts, unanswered - 1);
  }

  /** This prompt after the channel clearly did not take it. */
  public Prompt putOff(Instant until) {
    return new Prompt(
        id, kind, facts, new PromptStatus.Waiting(until), attempts + 1, unanswered - 1);
  }

  /** What the customer's link leads to. */
  public LinkPurpose purpose() {
    return facts.paymentIntentId() == null ? LinkPurpose.SETUP : LinkPurpose.PAY;
  }
}
