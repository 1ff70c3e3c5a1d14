package dev.offsession.charging.domain;

/**
 * How Stripe counts a currency.
 *
 * @param decimals digits behind the point in Stripe's minor unit, which is not always ISO's
 * @param multiple amounts must be divisible by this
 * @param minimum smallest amount, in minor units
 * @param digitsMax longest amount, in digits
 */
public record CurrencyRule(String code, int decimals, int multiple, long minimum, int digitsMax) {
  long maximum() {
    return Math.powExact(10L, digitsMax) - 1;
  }
}
