package dev.offsession.charging.pace;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * This instance's share of what Stripe allows. Two instances that start at once each think they are
 * alone until the next beat; Stripe's refusals, if any, are met by {@link #limited}.
 */
public final class SharedPace {
  /** Whoever has not announced itself for so long is not counted. */
  private static final Duration ALIVE = Duration.ofSeconds(7);

  /** Whoever has not announced itself for so long is taken off the board. */
  private static final Duration FORGET = Duration.ofMinutes(1);

  /**
   * What may be called.
   *
   * @param account calls per second of all instances on the account
   * @param endpoint calls per second of all instances on each endpoint
   * @param patience how long one call may wait for its turn; above that it is not sent
   */
  public record Limits(int account, int endpoint, Duration patience) {}

  private final String instance;
  private final PaceBoard board;
  private final Limits limits;
  private final LongSupplier nanos;
  private final Map<Lane, LaneRate> rates = new EnumMap<>(Lane.class);
  private final Map<Lane, Turnstile> turnstiles = new EnumMap<>(Lane.class);
  private int alive = 1;
  private Set<String> gone = Set.of();

  /**
   * @param instance a name that no other instance has, without dots
   * @param nanos a clock that never jumps
   */
  public SharedPace(String instance, PaceBoard board, Limits limits, LongSupplier nanos) {
    this.instance = instance;
    this.board = board;
    this.limits = limits;
    this.nanos = nanos;
    for (Lane lane : Lane.values()) {
      int most = lane == Lane.ACCOUNT ? limits.account() : limits.endpoint();
      rates.put(lane, new LaneRate(most));
      turnstiles.put(lane, new Turnstile(nanos.getAsLong()));
    }
  }

  /**
   * Takes a place in this lane alone. A place in the account's is taken when the caller's turn in
   * its own has come ({@link Turns}): taken at once, a queue in one lane would book the account for
   * as long ahead as itself, and a call of an empty lane would wait behind it for nothing.
   *
   * @param patience longest wait
   * @return how long to wait; empty when that would be too long, and no place was taken
   */
  public synchronized Optional<Duration> enter(Lane lane, Duration patience) {
    long now = nanos.getAsLong();
    long wait = turnstile(lane).waitNanos(now);
    if (wait > patience.toNanos()) {
      return Optional.empty();
    }
    turnstile(lane).take(now + wait, share(lane, now));
    return Optional.of(Duration.ofNanos(wait));
  }

  /** How long one call may wait for its turn; above that it is not sent. */
  Duration patience() {
    return limits.patience();
  }

  /** Stripe said "too fast" for these lanes: slower at once here, and by the board everywhere. */
  public void limited(Set<Lane> lanes) {
    for (Lane lane : lanes) {
      cut(lane).ifPresent(cut -> board.cut(lane, cut));
    }
  }

  /** Announces this instance and hears of the others; every few seconds. */
  public void beat() {
    read(board.beat(instance, gone()));
  }

  /** Gives this instance's share to the others. */
  public void leave() {
    board.leave(instance);
  }

  /** Calls per second that this instance may send in a lane now. */
  public synchronized double perSecond(Lane lane) {
    return share(lane, nanos.getAsLong());
  }

  /** How many charges can be worked at once so that none waits longer for a turn than it may. */
  public int fitting() {
    return Math.max(1, (int) (perSecond(Lane.CONFIRM) * limits.patience().toSeconds() / 2));
  }

  private synchronized Set<String> gone() {
    return gone;
  }

  private synchronized void read(PaceBoard.Notes notes) {
    long now = nanos.getAsLong();
    alive = Math.max(1, notes.ages().size() - notes.silentFor(ALIVE).size());
    gone = notes.silentFor(FORGET);
    notes
        .cuts()
        .forEach((lane, noted) -> rate(lane).read(noted.cut(), now - noted.age().toNanos()));
  }

  private synchronized Optional<RateCut> cut(Lane lane) {
    return rate(lane).cut(nanos.getAsLong());
  }

  private double share(Lane lane, long now) {
    return rate(lane).perSecond(now) / alive;
  }

  private LaneRate rate(Lane lane) {
    return Objects.requireNonNull(rates.get(lane));
  }

  private Turnstile turnstile(Lane lane) {
    return Objects.requireNonNull(turnstiles.get(lane));
  }
}
