package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.Conversation.Silent;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ask;
import dev.offsession.notifier.prompting.domain.PromptDecision.Hush;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ignore;
import dev.offsession.notifier.prompting.domain.PromptDecision.Note;
import java.time.Instant;
import java.util.Objects;

/**
 * Decides what a charge's news means for its customer. Pure and total: same arguments, same
 * decision. An older event never undoes a newer one, and a repeated event changes nothing.
 */
public final class PromptPolicy {
  private static final int FIRST_STEP = 0;

  private PromptPolicy() {}

  /** What to do about the news, given what was heard before. */
  public static PromptDecision decide(Conversation conversation, ChargeNews news, Instant now) {
    if (!conversation.request().equals(news.request())) {
      throw new IllegalArgumentException(
          "news of %s in the conversation about %s"
              .formatted(news.request(), conversation.request()));
    }
    if (news.sequence() <= conversation.heardUpTo()) {
      return new Ignore("heard up to " + conversation.heardUpTo());
    }
    return switch (news) {
      case CustomerNotNeeded(var request, var sequence, var reason) ->
          new Hush(new Silent(request, sequence), reason);
      case CustomerNeeded needed ->
          switch (conversation) {
            case Asking asking when sameNeed(asking, needed) -> new Note(later(asking, needed));
            case Asking _, Silent _ -> ask(needed, now);
          };
    };
  }

  /**
   * A customer who tries the same card again on the page, in vain, is told so there: no second
   * mail.
   */
  private static boolean sameNeed(Asking asking, CustomerNeeded needed) {
    return asking.kind() == needed.kind()
        && Objects.equals(asking.paymentMethodId(), needed.facts().paymentMethodId());
  }

  private static Asking later(Asking asking, CustomerNeeded needed) {
    return new Asking(
        asking.request(),
        needed.sequence(),
        asking.episode(),
        asking.kind(),
        asking.paymentMethodId());
  }

  private static Ask ask(CustomerNeeded needed, Instant now) {
    var episode = needed.sequence();
    var id = new PromptId(needed.request(), episode, FIRST_STEP, Channel.EMAIL);
    var next =
        new Asking(
            needed.request(), episode, episode, needed.kind(), needed.facts().paymentMethodId());
    return new Ask(next, Prompt.due(id, needed.kind(), needed.facts(), now));
  }
}
