package dev.offsession.notifier.prompting.domain;

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
   */
  record Asking(
      RequestId request,
      long heardUpTo,
      long episode,
      PromptKind kind,
      @Nullable String paymentMethodId)
      implements Conversation {}

  /** The conversation about a charge nobody has mentioned yet. */
  static Conversation notBegun(RequestId request) {
    return new Silent(request, 0);
  }
}
