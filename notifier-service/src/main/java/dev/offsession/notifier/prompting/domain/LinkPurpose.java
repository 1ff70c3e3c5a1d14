package dev.offsession.notifier.prompting.domain;

/** What a customer's link leads to. */
public enum LinkPurpose {
  /** The page that finishes one payment. */
  PAY,
  /** The page that saves a card, for a charge that has no payment yet because none is saved. */
  SETUP
}
