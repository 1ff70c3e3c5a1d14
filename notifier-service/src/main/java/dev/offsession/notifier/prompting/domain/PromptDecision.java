package dev.offsession.notifier.prompting.domain;

import org.jspecify.annotations.Nullable;

/** What to do about one piece of news. */
public sealed interface PromptDecision {
  /** Nothing: it is old, or known. */
  record Ignore(String why) implements PromptDecision {}

  /** Only remember that it was heard: the customer has been asked for the same already. */
  record Note(Conversation next) implements PromptDecision {}

  /** Send this prompt; those of earlier episodes that still wait are superseded by it. */
  record Ask(Conversation.Asking next, Prompt prompt) implements PromptDecision {}

  /**
   * Hold back every prompt of the charge that still waits.
   *
   * @param reason stable code for the audit trail
   * @param notice what to tell the customer about the end; null when nothing is to be told
   */
  record Hush(Conversation next, String reason, @Nullable Prompt notice)
      implements PromptDecision {}
}
