package dev.offsession.notifier.prompting.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What we last heard about a charge, and whether its customer has been asked for something. */
public sealed interface Conversation {
  /** The charge. */
  RequestId request();

  /** Sequence number of the newest event acted on; 0 before the first. */
  long heardUpTo();

  /** Nothing is asked of the customer. */
  record Silent(RequestId request, long heardUpTo) implements Conversation {}

  /**
   * The customer has been asked.
   *
   * @param episode sequence number of the event that raised the need
   * @param paymentMethodId the card the need is about; null when there is none
   * @param freshLinks how many new links the customer asked for
   * @param freshLinkAt when the latest of these was granted; null before the first
   */
  record Asking(
      RequestId request,
      long heardUpTo,
      long episode,
      PromptKind kind,
      @Nullable String paymentMethodId,
      int freshLinks,
      @Nullable Instant freshLinkAt)
      implements Conversation {
    /** The customer has just been asked. */
    public static Asking begun(
        RequestId request, long episode, PromptKind kind, @Nullable String paymentMethodId) {
      return new Asking(request, episode, episode, kind, paymentMethodId, 0, null);
    }

    /** The same, after newer news that changed nothing. */
    public Asking heard(long sequence) {
      return new Asking(request, sequence, episode, kind, paymentMethodId, freshLinks, freshLinkAt);
    }

    /** True when the customer may have a new link: not before this pause after the last one. */
    public boolean allowsFreshLink(Instant now, Duration pause) {
      return freshLinkAt == null || !now.isBefore(freshLinkAt.plus(pause));
    }

    /** One more new link was granted. */
    public Asking freshLinkGranted(Instant now) {
      return new Asking(request, heardUpTo, episode, kind, paymentMethodId, freshLinks + 1, now);
    }
  }

  /**
   * True when later news ended what this event raised, or put something else in its place. News
   * that is still being written down has not.
   */
  default boolean hasLeft(long episode) {
    var isAboutIt = this instanceof Asking asking && asking.episode() == episode;
    return heardUpTo() >= episode && !isAboutIt;
  }

  /** The conversation about a charge nobody has mentioned yet. */
  static Conversation notBegun(RequestId request) {
    return new Silent(request, 0);
  }
}
