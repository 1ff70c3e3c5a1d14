package dev.offsession.notifier.prompting.domain;

import java.time.Instant;
import java.util.List;

/** Keeps prompts, and lends each to one worker at a time. */
public interface PromptStore {
  /** Adds a prompt; one that is there already stays as it is. */
  void add(Prompt prompt);

  /**
   * Ends every prompt of the charge that still waits, belongs to an earlier episode and was not
   * handed over yet. Their outcome becomes due for publishing.
   *
   * @param beforeEpisode sequence number of the event that silences them
   */
  void suppressWaiting(RequestId request, long beforeEpisode, String reason, Instant now);

  /** Lends up to {@code limit} prompts that are due; each comes back by itself after the lease. */
  List<Claim> claimDue(Instant now, int limit);

  /**
   * Stores the prompt as it now is, with its new due moment; a finished one is due at once, so that
   * its outcome is published.
   *
   * @return false when the claim is no longer ours; then nothing is written
   */
  boolean save(Claim claim, Prompt prompt);

  /**
   * Keeps the claim but stores the prompt's counters.
   *
   * @return false when the claim is no longer ours
   */
  boolean noteHandOver(Claim claim, Prompt prompt);

  /** The outcome was published: nobody has to look at this prompt again. */
  boolean close(Claim claim);

  /**
   * A prompt lent to us.
   *
   * @param fence raised by each claim; a write with an older one changes nothing
   */
  record Claim(Prompt prompt, long fence) {}
}
