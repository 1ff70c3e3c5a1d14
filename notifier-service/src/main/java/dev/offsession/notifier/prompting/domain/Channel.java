package dev.offsession.notifier.prompting.domain;

/** A way to reach a customer. */
public enum Channel {
  EMAIL,
  /** A notification on a device where the customer allowed it (Web Push). */
  PUSH
}
