package dev.offsession.simulator.engine;

import java.util.Locale;

/** The {@code error.type} values that Stripe uses. */
public enum ErrorType {
  API_ERROR,
  CARD_ERROR,
  IDEMPOTENCY_ERROR,
  INVALID_REQUEST_ERROR;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
