package dev.offsession.ingest.guards;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Attacks that go on and on until closed. Each hand takes a pause between two attacks, as a network
 * would make it: what is tried is the service, not how fast this machine can attack itself.
 */
final class Flood implements AutoCloseable {

  private static final int PAUSE_MILLIS = 1_000;

  private final int port;
  private final int share;
  private final Set<SocketWire> open = ConcurrentHashMap.newKeySet();
  private final Set<Attack> attacks = EnumSet.noneOf(Attack.class);
  private final LongAdder begun = new LongAdder();
  private volatile boolean over;

  private Flood(int port, int share) {
    this.port = port;
    this.share = share;
  }

  /**
   * All of these at once.
   *
   * @param share one of so many attackers takes part, but one of each kind at least
   */
  static Flood of(int port, Iterable<Attack> kinds, int share) {
    Flood flood = new Flood(port, share);
    kinds.forEach(flood::begin);
    return flood;
  }

  private void begin(Attack attack) {
    attacks.add(attack);
    for (int i = 0; i < hands(attack); i++) {
      Thread.ofVirtual().start(() -> attackAgainAndAgain(attack));
    }
  }

  private int hands(Attack attack) {
    return Math.max(1, attack.connections() / share);
  }

  private void attackAgainAndAgain(Attack attack) {
    pause(); // Not all in the same moment.
    begun.increment();
    while (!over) {
      attack(attack);
      pause();
    }
  }

  private void attack(Attack attack) {
    try (SocketWire wire = new SocketWire(port)) {
      open.add(wire);
      try {
        attack.speak(wire);
        attack.answer(wire);
        attack.hold(wire);
      } finally {
        open.remove(wire);
      }
    } catch (IOException _) {
      // Thrown out, as it should be.
    }
  }

  /** Whether every hand is at work. */
  boolean hasBegun() {
    return begun.sum() == attacks.stream().mapToInt(this::hands).sum();
  }

  int openConnections() {
    return open.size();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    for (SocketWire wire : open) {
      wire.close();
    }
  }
}
