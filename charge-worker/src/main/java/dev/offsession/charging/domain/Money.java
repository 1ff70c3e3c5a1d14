package dev.offsession.charging.domain;

/**
 * An amount in minor units as Stripe counts them for the currency: EUR 12.34 is 1234, JPY 1200 is
 * 1200, ISK 500 is 50000.
 *
 * @param minorUnits more than zero
 * @param currency ISO 4217 code in lower case
 */
public record Money(long minorUnits, String currency) {
  public Money {
    Require.that(minorUnits > 0, "an amount must be more than zero");
    Require.that(currency.matches("[a-z]{3}"), "a currency is three lower-case letters");
  }
}
