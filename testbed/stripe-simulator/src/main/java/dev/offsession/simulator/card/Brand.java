package dev.offsession.simulator.card;

import java.util.Locale;

/** The card networks of the test cards, named as Stripe names them. */
public enum Brand {
  VISA,
  MASTERCARD,
  AMEX;

  /** Stripe's lowercase name. */
  public String stripeName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
