package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.ChargeNews;
import dev.offsession.notifier.prompting.domain.Conversation;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.PromptDecision;
import dev.offsession.notifier.prompting.domain.PromptPolicy;
import dev.offsession.notifier.prompting.domain.PromptStore;
import java.time.Clock;

/**
 * Hears news of charges: decides, writes prompts, then remembers what was heard. In this order, so
 * that a crash in between is healed by the redelivery of the same news.
 *
 * <p>Two instances that hear different news of one charge at once, during a rebalance, may leave a
 * prompt that is no longer needed. It is held back when the charge is read again before sending.
 */
public final class ChargeNewsService {
  private static final int RACES_MAX = 10;
  private static final String SUPERSEDED = "superseded";

  private final PromptPolicy policy;
  private final ConversationStore conversations;
  private final PromptStore prompts;
  private final Runnable wakeDispatcher;
  private final Clock clock;

  ChargeNewsService(
      PromptPolicy policy,
      ConversationStore conversations,
      PromptStore prompts,
      Runnable wakeDispatcher,
      Clock clock) {
    this.policy = policy;
    this.conversations = conversations;
    this.prompts = prompts;
    this.wakeDispatcher = wakeDispatcher;
    this.clock = clock;
  }

  /** Acts on one piece of news. Hearing it again changes nothing. */
  public void hear(ChargeNews news) {
    for (int race = 0; race < RACES_MAX; race++) {
      var known = conversations.find(news.request());
      if (settled(known, policy.decide(known, news, clock.instant()))) {
        return;
      }
    }
    throw new IllegalStateException(
        "conversation %s changed %d times while news %d was heard"
            .formatted(news.request(), RACES_MAX, news.sequence()));
  }

  private boolean settled(Conversation known, PromptDecision decision) {
    return switch (decision) {
      case PromptDecision.Ignore _ -> true;
      case PromptDecision.Note(var next) -> conversations.replace(known, next);
      case PromptDecision.Hush(var next, var reason, var notice) -> {
        prompts.suppressWaiting(next.request(), next.heardUpTo(), reason, clock.instant());
        if (notice != null) {
          prompts.add(notice);
        }
        wakeDispatcher.run();
        yield conversations.replace(known, next);
      }
      case PromptDecision.Ask(var next, var prompt) -> {
        prompts.suppressWaiting(next.request(), next.episode(), SUPERSEDED, clock.instant());
        prompts.add(prompt);
        wakeDispatcher.run();
        yield conversations.replace(known, next);
      }
    };
  }
}
