package dev.offsession.notifier.prompting.domain;

import java.util.Locale;

/**
 * Names one prompt for ever: the same news heard twice names the same prompt.
 *
 * @param step 0 for the first prompt of an occasion, then one more for each reminder
 */
public record PromptId(RequestId request, Occasion occasion, int step, Channel channel) {
  /** The id as one string, unique over all charges. */
  public String value() {
    return "%s:%d:%s".formatted(thread(), step, channel.name().toLowerCase(Locale.ROOT));
  }

  /** What all prompts of the same occasion have in common. */
  public String thread() {
    return thread(request, occasion);
  }

  /** What all prompts of this occasion have in common. */
  public static String thread(RequestId request, Occasion occasion) {
    return request + "#" + occasion;
  }

  @Override
  public String toString() {
    return value();
  }
}
