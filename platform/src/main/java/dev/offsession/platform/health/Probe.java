package dev.offsession.platform.health;

import java.time.Duration;
import java.util.Optional;

/** Asks a part whether it serves, over a connection that is there anyhow or is kept. */
@FunctionalInterface
public interface Probe {

  /**
   * One look. An exception counts as trouble too.
   *
   * @param patience how long the part may take to answer
   * @return empty when it serves; else what is wrong and where to look, in one sentence
   */
  Optional<String> trouble(Duration patience) throws Exception;
}
