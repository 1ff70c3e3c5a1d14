package dev.offsession.benchmarks.bed;

/** The customers of all benchmarks, by number. */
public final class Customers {
  /** How many there are. */
  public static final int COUNT = 1_000;

  private Customers() {}

  /** As the merchant calls them. */
  public static String reference(int number) {
    return "bench-" + number;
  }

  /** As Stripe calls them; made of the reference alone, so that baselines need no look-up. */
  public static String stripeId(int number) {
    return stripeIdOf(reference(number));
  }

  /** Stripe's id of a reference. */
  public static String stripeIdOf(String reference) {
    return "cus_" + reference.replace('-', '_');
  }

  /** Their card. */
  public static String cardId(int number) {
    return cardIdOf(reference(number));
  }

  /** The card of a reference. */
  public static String cardIdOf(String reference) {
    return "pm_" + reference.replace('-', '_');
  }
}
