package dev.offsession.collector.customers.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer agreed to by pressing a button, and from where.
 *
 * @param textVersion version of the words shown
 * @param language language code of the words shown
 * @param ip where the request came from
 * @param userAgent browser, at most 300 characters
 */
public record Evidence(
    String textVersion, String language, @Nullable String ip, @Nullable String userAgent) {
  private static final int USER_AGENT_MAX = 300;

  /** Cuts what a browser says about itself. */
  public Evidence {
    if (userAgent != null && userAgent.length() > USER_AGENT_MAX) {
      userAgent = userAgent.substring(0, USER_AGENT_MAX);
    }
  }

  /** The agreement to have the card of this intent saved. */
  public Consent consent(String intentId, Instant now) {
    return new Consent(textVersion, language, intentId, now, ip, userAgent);
  }
}
