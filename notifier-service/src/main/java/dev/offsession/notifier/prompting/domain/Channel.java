package dev.offsession.notifier.prompting.domain;

/** A way to reach a customer. */
public enum Channel {
  EMAIL
}
