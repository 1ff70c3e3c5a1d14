package dev.offsession.charging.domain;

import java.util.Locale;

/** What a row of the decline table is about: a code, and whose code it is. */
public record DeclineKey(Kind kind, String code) {

  /** Whose code it is. */
  public enum Kind {
    /** Stripe's {@code advice_code}: guidance that goes before the decline code. */
    ADVICE,
    /** Stripe's {@code decline_code}, or its error code where there is none. */
    DECLINE,
    /** The card network's decline code. */
    NETWORK,
    /** The card network's advice code, two digits. */
    NETWORK_ADVICE;

    static Kind parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public DeclineKey {
    Require.that(isCode(code), "a code has letters, digits and underscores");
  }

  static boolean isCode(String text) {
    return text.matches("[A-Za-z0-9_]{1,64}");
  }

  /** The row of one of Stripe's decline codes. */
  public static DeclineKey decline(String code) {
    return new DeclineKey(Kind.DECLINE, code);
  }
}
