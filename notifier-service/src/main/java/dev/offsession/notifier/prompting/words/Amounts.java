package dev.offsession.notifier.prompting.words;

import dev.offsession.notifier.prompting.domain.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * Writes amounts as a person reads them.
 *
 * <p>The decimals that Stripe expects are not always those that people use: ISK and UGX are sent
 * with two and read with none (docs.stripe.com/currencies#special-cases).
 */
public final class Amounts {
  /** Sent to Stripe without decimals (docs.stripe.com/currencies#zero-decimal). */
  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** Sent to Stripe with three decimals (docs.stripe.com/currencies#three-decimal). */
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  /** Sent with two decimals that are always zero; people write none. */
  private static final Set<String> DECIMALS_NEVER_SHOWN = Set.of("ISK", "UGX");

  private Amounts() {}

  /** Short, for a subject or a button: "¥1,200", "KWD 1.230"; for Japanese readers "1,200円". */
  public static String brief(Money money, Locale reader) {
    if (isYenForJapanese(money, reader)) {
      return number(money, reader) + "円";
    }
    return Currency.getInstance(money.code()).getSymbol(reader).equals(money.code())
        ? money.code() + " " + number(money, reader)
        : withSymbol(money, reader);
  }

  /** Unmistakable: names the code where a symbol alone could mean several currencies. */
  public static String full(Money money, Locale reader) {
    var brief = brief(money, reader);
    return brief.contains(money.code()) || isYenForJapanese(money, reader)
        ? brief
        : brief + " (" + money.code() + ")";
  }

  private static boolean isYenForJapanese(Money money, Locale reader) {
    return money.code().equals("JPY") && reader.getLanguage().equals("ja");
  }

  private static String number(Money money, Locale reader) {
    return withDecimals(NumberFormat.getNumberInstance(reader), money).format(value(money));
  }

  private static String withSymbol(Money money, Locale reader) {
    var format = NumberFormat.getCurrencyInstance(reader);
    format.setCurrency(Currency.getInstance(money.code()));
    return SafeText.oneLine(withDecimals(format, money).format(value(money)));
  }

  private static NumberFormat withDecimals(NumberFormat format, Money money) {
    format.setMinimumFractionDigits(decimalsShown(money.code()));
    format.setMaximumFractionDigits(decimalsSent(money.code()));
    return format;
  }

  private static BigDecimal value(Money money) {
    return BigDecimal.valueOf(money.minorUnits(), decimalsSent(money.code()));
  }

  private static int decimalsSent(String code) {
    if (NO_DECIMALS.contains(code)) {
      return 0;
    }
    return THREE_DECIMALS.contains(code) ? 3 : 2;
  }

  private static int decimalsShown(String code) {
    return DECIMALS_NEVER_SHOWN.contains(code) ? 0 : decimalsSent(code);
  }
}
