package dev.offsession.charging.domain;

import java.util.Locale;

/** What may be told to the customer about a refusal; fraud-like codes read as generic. */
public enum CustomerMessage {
  GENERIC_DECLINE,
  INSUFFICIENT_FUNDS,
  CARD_DETAILS,
  AUTHENTICATION,
  TEMPORARY,
  NO_PAYMENT_METHOD;

  /** What to say once nothing is tried by itself any more: "temporary" would be a lie. */
  CustomerMessage finallySaid() {
    return this == TEMPORARY ? GENERIC_DECLINE : this;
  }

  /** The key as events carry it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
