package dev.offsession.collector.pages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Amounts as customers read them. */
public final class MoneyText {
  /**
   * Decimals in Stripe's minor units where they differ from ISO 4217, and all that have three:
   * docs.stripe.com/currencies#special-cases.
   */
  private static final Map<String, Integer> STRIPES_DECIMALS =
      Map.of("isk", 2, "ugx", 2, "mga", 0, "huf", 2, "twd", 2);

  private MoneyText() {}

  /**
   * The amount with its currency: 1,200 yen reads {@code 1,200円} in Japanese and {@code ¥1,200} in
   * English, never with a full-width sign.
   *
   * @param minorUnits as Stripe counts them for this currency
   * @param currency ISO 4217 code in lower case
   */
  public static String of(long minorUnits, String currency, Locale language) {
    var amount = BigDecimal.valueOf(minorUnits, decimals(currency));
    if (currency.equals("jpy") && language.getLanguage().equals("ja")) {
      return NumberFormat.getIntegerInstance(Locale.JAPAN).format(amount) + "円";
    }
    var format = (DecimalFormat) NumberFormat.getCurrencyInstance(region(language));
    format.setCurrency(Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
    var shown = amount.stripTrailingZeros().scale() <= 0 && isWhole(currency) ? 0 : amount.scale();
    format.setMinimumFractionDigits(shown);
    format.setMaximumFractionDigits(shown);
    return format
        .format(amount)
        .replace('￥', '¥')
        .replace('\u00a0', ' ')
        .replaceFirst("([A-Z]{3})(\\d)", "$1 $2");
  }

  private static int decimals(String currency) {
    var special = STRIPES_DECIMALS.get(currency);
    return special == null ? isoDecimals(currency) : special;
  }

  /** Currencies without coins are shown without decimals even where Stripe counts two. */
  private static boolean isWhole(String currency) {
    return isoDecimals(currency) == 0;
  }

  private static int isoDecimals(String currency) {
    return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
  }

  private static Locale region(Locale language) {
    return switch (language.getLanguage()) {
      case "ja" -> Locale.JAPAN;
      case "en" -> Locale.US;
      default -> language;
    };
  }
}
