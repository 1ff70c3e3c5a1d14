package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends a customer whose link has expired a new one, to the address on file: while the charge needs
 * them, and once in a while only, so that nobody is flooded by somebody else's clicks.
 */
public final class FreshLinkService {
  private static final int RACES_MAX = 10;

  private final ConversationStore conversations;
  private final PromptStore prompts;
  private final Runnable wakeDispatcher;
  private final Duration pause;
  private final Clock clock;

  FreshLinkService(
      ConversationStore conversations,
      PromptStore prompts,
      Runnable wakeDispatcher,
      Duration pause,
      Clock clock) {
    this.conversations = conversations;
    this.prompts = prompts;
    this.wakeDispatcher = wakeDispatcher;
    this.pause = pause;
    this.clock = clock;
  }

  /** Grants a new link if one is due; otherwise does nothing. The caller cannot tell which. */
  public void ask(RequestId request) {
    for (int race = 0; race < RACES_MAX; race++) {
      if (!(conversations.find(request) instanceof Asking asking)
          || !asking.allowsFreshLink(clock.instant(), pause)
          || granted(asking)) {
        return;
      }
    }
    throw new IllegalStateException(
        "conversation %s changed %d times while a fresh link was asked for"
            .formatted(request, RACES_MAX));
  }

  /** The mail is written first: a crash in between is healed when the customer asks again. */
  private boolean granted(Asking asking) {
    var now = clock.instant();
    var occasion = new Occasion(asking.episode(), asking.freshLinks() + 1);
    var id = new PromptId(asking.request(), occasion, 0, Channel.EMAIL);
    prompts
        .factsOf(asking.request(), Occasion.of(asking.episode()))
        .map(facts -> Prompt.due(id, PromptKind.FRESH_LINK, facts, now))
        .ifPresent(prompts::add);
    wakeDispatcher.run();
    return conversations.replace(asking, asking.freshLinkGranted(now));
  }
}
