package dev.offsession.simulator.engine;

import java.util.Random;

/** Makes Stripe-shaped ids and every other random choice from one seed. Thread-safe. */
public final class Ids {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Random random;

  /** The same seed gives the same ids in the same order. */
  public Ids(long seed) {
    this.random = new Random(seed);
  }

  /** A fresh id such as {@code pi_} and 24 characters. */
  public String next(String prefix) {
    return prefix + characters(24);
  }

  /** The client secret of an intent. */
  public String clientSecretOf(String intentId) {
    return intentId + "_secret_" + characters(25);
  }

  /** Any other secret with a prefix. */
  public String secret(String prefix, int length) {
    return prefix + characters(length);
  }

  /** True in this share of the calls. */
  public synchronized boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0 to the bound, which is excluded. */
  public synchronized int below(int bound) {
    return bound <= 0 ? 0 : random.nextInt(bound);
  }

  private synchronized String characters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(BASE62.charAt(random.nextInt(BASE62.length())));
    }
    return text.toString();
  }
}
