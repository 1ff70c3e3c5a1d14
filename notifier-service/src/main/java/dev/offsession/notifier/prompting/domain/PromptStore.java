package dev.offsession.notifier.prompting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps prompts, one for each occasion (see {@link PromptId#thread}), and lends each to one worker
 * at a time.
 */
public interface PromptStore {
  /** Adds an occasion's first prompt; an occasion that is there already stays as it is. */
  void add(Prompt prompt);

  /** What the charge's prompts of this occasion are about. */
  Optional<ChargeFacts> factsOf(RequestId request, Occasion occasion);

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
   * Stores the prompt as it now is. A waiting one is given back until it is due. A finished one
   * stays with its holder, who publishes the outcome; it comes back after the lease.
   *
   * @return false when the claim is no longer ours; then nothing is written
   */
  boolean save(Claim claim, Prompt prompt);

  /**
   * Keeps the claim but stores the prompt's channel and counters.
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
