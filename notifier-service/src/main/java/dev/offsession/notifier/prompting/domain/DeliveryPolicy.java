package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Failed;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Sent;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Suppressed;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides what follows a try to deliver. Pure.
 *
 * @param attemptsMax "later" answers of the mail server before a prompt is given up
 * @param pushAttemptsMax "later" answers of a push service before the prompt goes by mail
 * @param unansweredMax hand-overs without an answer before it is given up; 2 allows one duplicate
 * @param firstPause pause after the first failed try, doubled after each further one
 * @param longestPause upper limit of the pause
 * @param notReadyPause pause after link, contact or state of the charge could not be had
 * @param patience how long after its planned moment a prompt may wait for these before it is given
 *     up
 */
public record DeliveryPolicy(
    int attemptsMax,
    int pushAttemptsMax,
    int unansweredMax,
    Duration firstPause,
    Duration longestPause,
    Duration notReadyPause,
    Duration patience) {
  private static final int DOUBLINGS_MAX = 20;

  public DeliveryPolicy {
    if (attemptsMax < 1 || pushAttemptsMax < 1 || unansweredMax < 1) {
      throw new IllegalArgumentException("a prompt has at least one attempt");
    }
  }

  /** True while the prompt may be handed to its channel once more. */
  public boolean allowsHandOver(Prompt prompt) {
    return prompt.unanswered() < unansweredMax;
  }

  /** A prompt that may not be handed over again: nobody knows whether the customer has it. */
  public Prompt giveUpUnanswered(Prompt prompt, Instant now) {
    return failed(prompt, "outcome_unknown", now);
  }

  /** The prompt after this result. */
  public Prompt after(Prompt prompt, DeliveryResult result, Instant now) {
    return switch (result) {
      case DeliveryResult.Accepted _ -> prompt.answered().with(new Finished(new Sent(), now));
      case DeliveryResult.NotNeeded(var reason) ->
          prompt.with(new Finished(new Suppressed(reason), now));
      case DeliveryResult.Refused(var reason) -> failed(prompt, reason, now);
      case DeliveryResult.Bounced(var reason) -> failed(prompt.mailRefused(), reason, now);
      case DeliveryResult.Deferred(var reason) ->
          prompt.attempts() + 1 < attemptsMax(prompt.id().channel())
              ? prompt.putOff(now.plus(pauseAfter(prompt.attempts())))
              : failed(prompt, reason, now);
      case DeliveryResult.Unanswered _ ->
          allowsHandOver(prompt)
              ? prompt.with(new Waiting(now.plus(pauseAfter(prompt.attempts()))))
              : giveUpUnanswered(prompt, now);
      case DeliveryResult.NotReady(var reason) ->
          now.isBefore(prompt.progress().plannedFor().plus(patience))
              ? prompt.with(new Waiting(now.plus(notReadyPause)))
              : failed(prompt, reason, now);
    };
  }

  private int attemptsMax(Channel channel) {
    return switch (channel) {
      case EMAIL -> attemptsMax;
      case PUSH -> pushAttemptsMax;
    };
  }

  private static Prompt failed(Prompt prompt, String reason, Instant now) {
    return prompt.with(new Finished(new Failed(reason), now));
  }

  private Duration pauseAfter(int failedBefore) {
    var pause = firstPause.multipliedBy(1L << Math.min(failedBefore, DOUBLINGS_MAX));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
