package dev.offsession.notifier.prompting.domain;

import java.time.Instant;

/** How a prompt that is due reaches its customer now. */
public sealed interface Route {
  /** Hand it to this channel. */
  record By(Channel channel) implements Route {}

  /** Not now: look again at this moment. */
  record Later(Instant at) implements Route {}

  /**
   * Not at all.
   *
   * @param reason stable code
   */
  record Not(String reason) implements Route {}
}
