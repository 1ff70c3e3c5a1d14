package dev.offsession.platform.health;

import java.time.Clock;

/** Makes the watches of a service, all with the same settings. */
public final class PartWatches {
  private final HealthSettings settings;
  private final Clock clock;

  PartWatches(HealthSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A watch; as a bean it starts and ends with the service.
   *
   * @param part name of the part, as an operator knows it
   */
  public PartWatch of(String part, Probe probe) {
    return new PartWatch(part, probe, settings, clock);
  }
}
