package dev.offsession.notifier.prompting.domain;

import java.net.URI;
import java.time.Instant;

/**
 * A link for one customer and one purpose. Whoever has it can act as the customer, so it is held in
 * memory only.
 *
 * @param expiresAt when it stops working
 */
public record CustomerLink(URI url, Instant expiresAt) {
  public CustomerLink {
    if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
      throw new IllegalArgumentException("a customer's link is a web address");
    }
  }

  /** Does not show the link. */
  @Override
  public String toString() {
    return "CustomerLink[expires " + expiresAt + "]";
  }
}
