package dev.offsession.notifier.prompting.domain;

import java.time.Instant;

/**
 * How far a prompt has come.
 *
 * @param plannedFor when it should have gone out, had nothing stood in the way
 * @param attempts hand-overs the channel answered with "later"
 * @param unanswered hand-overs whose answer never came: the message may or may not have gone out
 * @param pushFailed push was tried for this step, in vain
 * @param mailRefused the customer's mail server refused an earlier mail for good
 */
public record Progress(
    Tone tone,
    Instant plannedFor,
    int attempts,
    int unanswered,
    boolean pushFailed,
    boolean mailRefused) {
  public Progress {
    if (attempts < 0 || unanswered < 0) {
      throw new IllegalArgumentException("attempts are counted from 0");
    }
  }

  static Progress first(Instant now) {
    return new Progress(Tone.FIRST, now, 0, 0, false, false);
  }

  /** True once a channel was given the message: it stays with that channel until it failed. */
  boolean handOverBegun() {
    return attempts + unanswered > 0;
  }

  Progress counted(int attemptsMore, int unansweredMore) {
    return new Progress(
        tone,
        plannedFor,
        attempts + attemptsMore,
        unanswered + unansweredMore,
        pushFailed,
        mailRefused);
  }

  Progress withoutPush() {
    return new Progress(tone, plannedFor, 0, 0, true, mailRefused);
  }

  Progress withoutMail() {
    return new Progress(tone, plannedFor, attempts, unanswered, pushFailed, true);
  }

  Progress next(Tone nextTone, Instant at) {
    return new Progress(nextTone, at, 0, 0, false, mailRefused);
  }
}
