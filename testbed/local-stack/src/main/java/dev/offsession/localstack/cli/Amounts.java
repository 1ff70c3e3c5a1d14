package dev.offsession.localstack.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Amounts for people at a terminal: {@code 1,200 JPY}, {@code 12.34 EUR}. */
final class Amounts {
  /** Stripe's zero- and three-decimal currencies: docs.stripe.com/currencies. */
  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private Amounts() {}

  static String of(long minorUnits, String currency) {
    String code = currency.toUpperCase(Locale.ROOT);
    int decimals = NO_DECIMALS.contains(code) ? 0 : THREE_DECIMALS.contains(code) ? 3 : 2;
    BigDecimal amount = BigDecimal.valueOf(minorUnits, decimals);
    return String.format(Locale.ROOT, "%,." + decimals + "f %s", amount, code);
  }
}
