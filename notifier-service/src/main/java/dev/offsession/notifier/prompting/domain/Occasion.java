package dev.offsession.notifier.prompting.domain;

/**
 * What a charge's customer is written to about.
 *
 * @param episode sequence number of the charge event that raised it
 * @param freshLink 0 for the messages about the event itself; from 1 for each new link that the
 *     customer asked for
 */
public record Occasion(long episode, int freshLink) {
  public Occasion {
    if (freshLink < 0) {
      throw new IllegalArgumentException("fresh links are counted from 1");
    }
  }

  /** The event itself. */
  public static Occasion of(long episode) {
    return new Occasion(episode, 0);
  }

  @Override
  public String toString() {
    return freshLink == 0 ? Long.toString(episode) : episode + "." + freshLink;
  }
}
