package dev.offsession.notifier.prompting.domain;

/** The audit trail of prompts, for others to read. */
public interface PromptJournal {
  /**
   * Publishes how a prompt ended, and returns when it is durable; published twice it has the same
   * event id.
   *
   * @throws JournalUnavailableException when it could not be published now
   */
  void publish(Prompt prompt, PromptStatus.Finished ended);

  /** The trail cannot be written now. */
  final class JournalUnavailableException extends RuntimeException {
    public JournalUnavailableException(Throwable cause) {
      super("prompt outcome not published", cause);
    }
  }
}
