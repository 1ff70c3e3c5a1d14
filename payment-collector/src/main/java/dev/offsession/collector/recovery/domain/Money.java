package dev.offsession.collector.recovery.domain;

/**
 * An amount as Stripe counts it: JPY 1200 is 1,200 yen, EUR 1200 is 12.00 euro.
 *
 * @param currency ISO 4217 code in lower case
 */
public record Money(long minorUnits, String currency) {
  /** Refuses a code that is not three lower-case letters. */
  public Money {
    if (!currency.matches("[a-z]{3}")) {
      throw new IllegalArgumentException("not a currency code");
    }
  }
}
