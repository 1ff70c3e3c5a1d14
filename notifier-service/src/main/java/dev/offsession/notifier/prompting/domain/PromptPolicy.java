package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.Ended;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.Conversation.Silent;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ask;
import dev.offsession.notifier.prompting.domain.PromptDecision.Hush;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ignore;
import dev.offsession.notifier.prompting.domain.PromptDecision.Note;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a charge's news means for its customer. Pure and total: same arguments, same
 * decision. An older event never undoes a newer one, and a repeated event changes nothing.
 *
 * @param notices which ends of a charge the customer is told of: RECEIPT, PAYMENT_FAILED, or none
 */
public record PromptPolicy(Set<PromptKind> notices) {
  private static final int FIRST_STEP = 0;

  public PromptPolicy {
    notices = Set.copyOf(notices);
  }

  /** What to do about the news, given what was heard before. */
  public PromptDecision decide(Conversation conversation, ChargeNews news, Instant now) {
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
          new Hush(new Silent(request, sequence), reason, null);
      case Ended ended ->
          new Hush(
              new Silent(ended.request(), ended.sequence()), ended.reason(), notice(ended, now));
      case CustomerNeeded needed ->
          switch (conversation) {
            case Asking asking when sameNeed(asking, needed) ->
                new Note(asking.heard(needed.sequence()));
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

  private static Ask ask(CustomerNeeded needed, Instant now) {
    var next =
        Asking.begun(
            needed.request(), needed.sequence(), needed.kind(), needed.facts().paymentMethodId());
    var first = Prompt.due(firstOf(needed), needed.kind(), needed.facts(), now);
    return new Ask(next, first);
  }

  private @Nullable Prompt notice(Ended ended, Instant now) {
    return notices.contains(ended.notice())
        ? Prompt.due(firstOf(ended), ended.notice(), ended.facts(), now)
        : null;
  }

  private static PromptId firstOf(ChargeNews news) {
    return new PromptId(news.request(), Occasion.of(news.sequence()), FIRST_STEP, Channel.EMAIL);
  }
}
