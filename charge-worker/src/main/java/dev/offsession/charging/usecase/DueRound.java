package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.HeldCharge;
import java.time.InstantSource;
import java.util.List;

/**
 * One round of the due loop: janitor, retry timer, relay and lease in one. Whatever was left
 * undone, for whatever reason, is due and is taken up here.
 */
public final class DueRound {
  private final ChargeStore store;
  private final WorkWindow window;
  private final InstantSource clock;

  public DueRound(ChargeStore store, WorkWindow window, InstantSource clock) {
    this.store = store;
    this.window = window;
    this.clock = clock;
  }

  /**
   * Takes up due charges.
   *
   * @param max no more than the window has room for
   * @return how many were taken
   */
  public int run(int max) {
    List<HeldCharge> due = store.claimDue(clock.instant(), max);
    due.forEach(window::work);
    return due.size();
  }
}
