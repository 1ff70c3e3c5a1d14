package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question to Stripe whose answer we do not have yet.
 *
 * @param since when this key was first sent
 * @param looks how often an answer failed to come
 * @param trouble what became of the latest try; empty while it runs
 */
public record Asked(Instant since, int looks, Optional<Trouble> trouble) {

  static Asked at(Instant now) {
    return new Asked(now, 0, Optional.empty());
  }

  Asked troubled(Trouble what) {
    return new Asked(since, what.isUntouched() ? looks : looks + 1, Optional.of(what));
  }

  /** The same after a look that was not answered: what became of the question itself stays. */
  Asked lookedInVain(Trouble what) {
    return new Asked(since, what.isUntouched() ? looks : looks + 1, trouble);
  }

  /** True when Stripe has saved an error under the key: to send the key again only repeats it. */
  boolean isKeySpent() {
    return endedIn(Trouble.SERVER_ERROR) || endedIn(Trouble.KEY_REUSED);
  }

  /** True while the answer may still come to the process that asked. */
  boolean isAwaited() {
    return trouble.isEmpty();
  }

  boolean endedIn(Trouble what) {
    return trouble.filter(what::equals).isPresent();
  }

  boolean isOlderThan(Duration age, Instant now) {
    return since.plus(age).isBefore(now);
  }
}
