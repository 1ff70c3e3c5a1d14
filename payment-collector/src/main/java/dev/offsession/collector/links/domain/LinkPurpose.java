package dev.offsession.collector.links.domain;

import java.time.Duration;
import java.util.Locale;

/** Which page a link opens. A token of one purpose opens nothing of another. */
public enum LinkPurpose {
  /** The capture page: save a card. */
  SETUP(Duration.ofDays(7)),
  /** The recovery page: finish one payment. */
  PAY(Duration.ofDays(7)),
  /** The page of the saved cards: choose and remove. */
  CARDS(Duration.ofHours(1)),
  /**
   * The page where reminders are muted; it moves no money and shows nothing, so it lives longer.
   */
  PREFERENCES(Duration.ofDays(30));

  private final Duration lifetimeMax;

  LinkPurpose(Duration lifetimeMax) {
    this.lifetimeMax = lifetimeMax;
  }

  /** No link lives longer, whatever the charge's deadline. */
  public Duration lifetimeMax() {
    return lifetimeMax;
  }

  /** As it is written in URLs and JSON. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
