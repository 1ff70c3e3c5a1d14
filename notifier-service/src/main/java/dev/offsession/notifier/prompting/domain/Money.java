package dev.offsession.notifier.prompting.domain;

import java.util.Locale;

/**
 * An amount in minor units as Stripe expects them for the currency: JPY 1200 is 1200, KWD 1.230 is
 * 1230, ISK 500 is 50000.
 *
 * @param currency ISO 4217 code in lower case
 */
public record Money(long minorUnits, String currency) {
  public Money {
    if (!currency.matches("[a-z]{3}")) {
      throw new IllegalArgumentException("not a currency code in lower case: " + currency);
    }
  }

  /** The currency's code as people write it. */
  public String code() {
    return currency.toUpperCase(Locale.ROOT);
  }
}
