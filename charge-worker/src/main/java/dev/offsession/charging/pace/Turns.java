package dev.offsession.charging.pace;

import java.time.Duration;
import java.util.Optional;

/** Lets callers of Stripe wait for their turn. */
public final class Turns {
  private final SharedPace pace;
  private final Waiting waiting;

  /** Waits for a turn. */
  @FunctionalInterface
  public interface Waiting {
    /** Returns after this time. */
    void pause(Duration time) throws InterruptedException;
  }

  public Turns(SharedPace pace, Waiting waiting) {
    this.pace = pace;
    this.waiting = waiting;
  }

  /**
   * Returns when it is the caller's turn: first in its lane, then on the account.
   *
   * @return false when too many wait already, or this process is being stopped: nothing may be sent
   */
  public boolean await(Lane lane) {
    try {
      Optional<Duration> waited = pass(lane, pace.patience());
      return waited.isPresent()
          && (lane == Lane.ACCOUNT
              || pass(Lane.ACCOUNT, pace.patience().minus(waited.get())).isPresent());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Duration> pass(Lane lane, Duration patience) throws InterruptedException {
    Optional<Duration> turn = pace.enter(lane, patience);
    if (turn.isPresent() && turn.get().isPositive()) {
      waiting.pause(turn.get());
    }
    return turn;
  }
}
