package dev.offsession.notifier.prompting.domain;

/** Which of its prompts an occasion has reached, as the customer reads it. */
public enum Tone {
  FIRST,
  REMINDER,
  /** The last reminder before the deadline. */
  LAST_REMINDER;

  /** True for everything but the first prompt: it can be muted, and waits for a decent hour. */
  public boolean isReminder() {
    return this != FIRST;
  }
}
