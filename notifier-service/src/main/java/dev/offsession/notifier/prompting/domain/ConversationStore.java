package dev.offsession.notifier.prompting.domain;

/** Keeps what was heard about each charge. */
public interface ConversationStore {
  /** The conversation about a charge, not begun when nothing was heard yet. */
  Conversation find(RequestId request);

  /**
   * Replaces a conversation.
   *
   * @return false when somebody else changed it since it was read; then nothing is written
   */
  boolean replace(Conversation known, Conversation next);
}
