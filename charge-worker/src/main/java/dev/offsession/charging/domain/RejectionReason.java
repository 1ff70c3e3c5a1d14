package dev.offsession.charging.domain;

import java.util.Locale;

/** The stable reason codes of {@code REJECTED} and {@code CONFLICTING_DUPLICATE}. */
public enum RejectionReason {
  REQUEST_ID_INVALID,
  CUSTOMER_REFERENCE_INVALID,
  AMOUNT_NOT_POSITIVE,
  AMOUNT_TOO_SMALL,
  AMOUNT_TOO_LARGE,
  AMOUNT_NOT_A_MULTIPLE,
  CURRENCY_UNKNOWN,
  CUSTOMER_UNKNOWN,
  METADATA_INVALID,
  STATEMENT_DESCRIPTOR_INVALID,
  DESCRIPTION_TOO_LONG,
  PAYMENT_METHOD_INVALID,
  PAYMENT_METHOD_UNKNOWN,
  /** The request had expired before it was even asked for. */
  EXPIRED,
  /** Stripe found the request invalid. */
  STRIPE_REFUSED,
  /** The request id came again with other content. */
  CONFLICTING_DUPLICATE;

  /** The code as events carry it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
