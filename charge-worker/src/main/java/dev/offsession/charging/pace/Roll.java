package dev.offsession.charging.pace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is alive, told by beats that go on. Only the reader's own clock counts, so that machines
 * whose clocks differ agree.
 */
final class Roll {
  private record Seen(long beat, long atNanos) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private final long aliveNanos;
  private final long forgetNanos;
  private long readAtNanos;

  /**
   * @param aliveNanos without a new beat for so long, an instance is not counted
   * @param forgetNanos without a new beat for so long, it is gone
   */
  Roll(long aliveNanos, long forgetNanos) {
    this.aliveNanos = aliveNanos;
    this.forgetNanos = forgetNanos;
  }

  void read(Map<String, Long> beats, long now) {
    readAtNanos = now;
    seen.keySet().retainAll(beats.keySet());
    beats.forEach((instance, beat) -> {
      Seen last = seen.get(instance);
      if (last == null || last.beat() != beat) {
        seen.put(instance, new Seen(beat, now));
      }
    });
  }

  /** How many share the budgets; one at least: whoever asks. */
  int alive(long now) {
    return Math.toIntExact(
        Math.max(1, seen.values().stream().filter(s -> now - s.atNanos() < aliveNanos).count()));
  }

  /** Who may be taken off; nobody while we have not looked for long, because we were away. */
  Set<String> gone(long now) {
    Set<String> gone = new HashSet<>();
    if (now - readAtNanos >= aliveNanos) {
      return gone;
    }
    seen.forEach((instance, last) -> {
      if (now - last.atNanos() >= forgetNanos) {
        gone.add(instance);
      }
    });
    return gone;
  }
}
