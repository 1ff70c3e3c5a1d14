package dev.offsession.charging.domain;

import java.util.Locale;

/** What kind of refusal it is, and so what helps. */
public enum DeclineClass {
  /** Tried again after days. */
  SOFT,
  /** The customer is asked for another card, and this one is tried again after more days. */
  SOFT_LONG,
  /** Tried again within the day. */
  SOFT_SHORT,
  /** The customer must approve this payment. */
  AUTH,
  /** The customer must give another card. */
  HARD,
  /** Nothing helps: the charge is given up. */
  STOP;

  /** True when trying again without the customer can help. */
  boolean isSoft() {
    return this == SOFT || this == SOFT_LONG || this == SOFT_SHORT;
  }

  static DeclineClass parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
