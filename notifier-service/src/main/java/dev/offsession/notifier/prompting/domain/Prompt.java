package dev.offsession.notifier.prompting.domain;

import java.time.Instant;

/**
 * The message that is next, or was last, on one occasion. A thread of prompts is one of these,
 * moved from channel to channel and from step to step.
 */
public record Prompt(
    PromptId id, PromptKind kind, ChargeFacts facts, PromptStatus status, Progress progress) {

  /** The first prompt of an occasion, due at once. */
  public static Prompt due(PromptId id, PromptKind kind, ChargeFacts facts, Instant now) {
    return new Prompt(id, kind, facts, new PromptStatus.Waiting(now), Progress.first(now));
  }

  /** Hand-overs the channel answered with "later". */
  public int attempts() {
    return progress.attempts();
  }

  /** Hand-overs whose answer never came. */
  public int unanswered() {
    return progress.unanswered();
  }

  /** Where in its occasion it stands. */
  public Tone tone() {
    return progress.tone();
  }

  /** This prompt in another status. */
  public Prompt with(PromptStatus other) {
    return new Prompt(id, kind, facts, other, progress);
  }

  /** This prompt on this channel. */
  public Prompt by(Channel channel) {
    var moved = new PromptId(id.request(), id.occasion(), id.step(), channel);
    return new Prompt(moved, kind, facts, status, progress);
  }

  /** This prompt, about to be handed over: counted as unanswered until the answer is stored. */
  public Prompt handedOver() {
    return with(progress.counted(0, 1));
  }

  /** This prompt after the channel answered. */
  public Prompt answered() {
    return with(progress.counted(0, -1));
  }

  /** This prompt after the channel clearly did not take it. */
  public Prompt putOff(Instant until) {
    return with(progress.counted(1, -1)).with(new PromptStatus.Waiting(until));
  }

  /** This prompt after the customer's mail server refused it for good. */
  public Prompt mailRefused() {
    return with(progress.withoutMail());
  }

  /** The same step by mail, at once, because push failed. */
  public Prompt byMailInstead(Instant now) {
    return by(Channel.EMAIL).with(progress.withoutPush()).with(new PromptStatus.Waiting(now));
  }

  /** A later step of the same occasion. */
  public Prompt next(int step, Tone tone, Instant at) {
    var later = new PromptId(id.request(), id.occasion(), step, Channel.EMAIL);
    return new Prompt(later, kind, facts, new PromptStatus.Waiting(at), progress.next(tone, at));
  }

  /** What the customer's link leads to. */
  public LinkPurpose purpose() {
    return facts.paymentIntentId() == null ? LinkPurpose.SETUP : LinkPurpose.PAY;
  }

  private Prompt with(Progress other) {
    return new Prompt(id, kind, facts, status, other);
  }
}
