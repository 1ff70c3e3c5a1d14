package dev.offsession.localstack.soak;

import dev.offsession.schemas.ChargeEventType;

/** What sort of charge it is, and how it may end. */
enum Kind {
  /** A good card. */
  GOOD(90, ChargeEventType.SUCCEEDED),
  /** The bank refuses it once for lack of funds; it is tried again by itself. */
  SHORT(4, ChargeEventType.SUCCEEDED),
  /** Refused for good; nobody gives another card before it expires, perhaps before it is read. */
  DECLINED(2, ChargeEventType.EXPIRED, ChargeEventType.REJECTED),
  /** The bank wants the customer; the merchant cancels after a while. */
  AUTHENTICATION(2, ChargeEventType.CANCELED),
  /**
   * Its cancellation is sent before it. The two come on two topics, so either may be read first;
   * whichever it is, ledger, store and events must say the same.
   */
  AHEAD(2, ChargeEventType.CANCELED, ChargeEventType.SUCCEEDED);

  private final int percent;
  private final ChargeEventType end;
  private final ChargeEventType otherEnd;

  Kind(int percent, ChargeEventType end) {
    this(percent, end, end);
  }

  Kind(int percent, ChargeEventType end, ChargeEventType otherEnd) {
    this.percent = percent;
    this.end = end;
    this.otherEnd = otherEnd;
  }

  /**
   * The kind of a charge.
   *
   * @param dice 0 to 99
   */
  static Kind of(int dice) {
    int left = dice;
    for (Kind kind : values()) {
      left -= kind.percent;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Not below 100: " + dice);
  }

  /** Whether the money is due; for a charge that may end either way, its end says so. */
  boolean isDue(ChargeEventType actual) {
    return end == otherEnd
        ? end == ChargeEventType.SUCCEEDED
        : actual == ChargeEventType.SUCCEEDED && mayEnd(actual);
  }

  boolean mayEnd(ChargeEventType type) {
    return type == end || type == otherEnd;
  }
}
