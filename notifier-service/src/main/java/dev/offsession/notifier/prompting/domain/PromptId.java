package dev.offsession.notifier.prompting.domain;

import java.util.Locale;

/**
 * Names one prompt for ever: the same news heard twice names the same prompt.
 *
 * @param episode sequence number of the charge event that raised the need
 * @param step 0 for the first prompt of an episode, then one more for each reminder
 */
public record PromptId(RequestId request, long episode, int step, Channel channel) {
  /** The id as one string, unique over all charges. */
  public String value() {
    return "%s#%d:%d:%s".formatted(request, episode, step, channel.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value();
  }
}
