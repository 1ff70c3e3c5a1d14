package dev.offsession.simulator.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Stripe's limits on amounts: docs.stripe.com/currencies. */
final class AmountRules {
  private static final long MAX = 99_999_999L;
  private static final long MAX_IDR = 999_999_999_999L;

  /** Real minor unit is 1/1000, but the last digit must be 0. */
  private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

  /** Sent with two decimals although the currency has none in practice. */
  private static final Set<String> WHOLE_UNITS_ONLY = Set.of("isk", "ugx");

  /** Smallest charge by settlement currency, in the units that Stripe expects. */
  private static final Map<String, Long> MINIMUM =
      Map.ofEntries(
          Map.entry("usd", 50L),
          Map.entry("aed", 200L),
          Map.entry("aud", 50L),
          Map.entry("bgn", 100L),
          Map.entry("brl", 50L),
          Map.entry("cad", 50L),
          Map.entry("chf", 50L),
          Map.entry("czk", 1500L),
          Map.entry("dkk", 250L),
          Map.entry("eur", 50L),
          Map.entry("gbp", 30L),
          Map.entry("hkd", 400L),
          Map.entry("huf", 17_500L),
          Map.entry("inr", 50L),
          Map.entry("jpy", 50L),
          Map.entry("mxn", 1000L),
          Map.entry("myr", 200L),
          Map.entry("nok", 300L),
          Map.entry("nzd", 50L),
          Map.entry("pln", 200L),
          Map.entry("ron", 200L),
          Map.entry("sek", 300L),
          Map.entry("sgd", 50L),
          Map.entry("thb", 1000L));

  private static final Set<String> SUPPORTED =
      Set.of(
          ("usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd"
                  + " bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur"
                  + " fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd"
                  + " jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd"
                  + " mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk"
                  + " php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std"
                  + " szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof"
                  + " xpf yer zar zmw")
              .split(" ", -1));

  private AmountRules() {}

  static void check(long amount, String currency) {
    if (!SUPPORTED.contains(currency)) {
      throw Refusal.invalid(
          "currency",
          "Invalid currency: %s. Stripe currently supports these currencies: usd, eur, jpy, ..."
              .formatted(currency));
    }
    if (amount < 1) {
      throw Refusal.invalid(
          "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
    }
    checkMultiple(amount, currency);
    if (amount < MINIMUM.getOrDefault(currency, 1L)) {
      throw Refusal.invalid(
          "amount_too_small",
          "amount",
          "Amount must be at least %d %s."
              .formatted(MINIMUM.get(currency), currency.toUpperCase(Locale.ROOT)));
    }
    if (amount > (currency.equals("idr") ? MAX_IDR : MAX)) {
      throw Refusal.invalid("amount_too_large", "amount", "Amount is too large.");
    }
  }

  private static void checkMultiple(long amount, String currency) {
    long multiple =
        WHOLE_UNITS_ONLY.contains(currency) ? 100 : THREE_DECIMALS.contains(currency) ? 10 : 1;
    if (amount % multiple != 0) {
      throw Refusal.invalid(
          "parameter_invalid_integer",
          "amount",
          "Invalid integer: %d. Amounts in %s must be divisible by %d."
              .formatted(amount, currency, multiple));
    }
  }
}
