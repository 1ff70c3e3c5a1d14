package dev.offsession.notifier.prompting.words;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.LinkPurpose;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.Tone;

/** Which sentences say a prompt: the first part of their keys. */
public final class Topic {
  private Topic() {}

  /** What the prompt is about. */
  public static String of(Prompt prompt) {
    return switch (prompt.kind()) {
      case AUTHENTICATE -> "authenticate";
      case NEW_PAYMENT_METHOD -> prompt.purpose() == LinkPurpose.SETUP ? "setup" : "newcard";
      case FRESH_LINK -> "freshlink";
      case RECEIPT -> "receipt";
      case PAYMENT_FAILED -> "failed";
    };
  }

  /** How it begins: a reminder begins as one, whatever it is about. */
  public static String openingOf(Tone tone, String topic) {
    return switch (tone) {
      case FIRST -> topic;
      case REMINDER -> "reminder";
      case LAST_REMINDER -> "last";
    };
  }

  /**
   * Why the card did not work, in words for a customer; an unknown reason reads as a general one.
   */
  public static String declineOf(ChargeFacts facts, Words words) {
    var key = "declined." + (facts.customerMessageKey() == null ? "" : facts.customerMessageKey());
    return words.has(key) ? key : "declined.generic_decline";
  }
}
