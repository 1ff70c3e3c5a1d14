package dev.offsession.simulator.card;

/** What follows a successful charge of some test cards. */
public enum Aftermath {
  NONE,
  DISPUTED_AS_FRAUDULENT,
  DISPUTED_AS_NOT_RECEIVED,
  DISPUTED_AS_INQUIRY,
  EARLY_FRAUD_WARNING,
  REFUND_STAYS_PENDING,
  REFUND_FAILS,
  FUNDS_AVAILABLE_AT_ONCE
}
