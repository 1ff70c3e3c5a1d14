package dev.offsession.collector.links.domain;

import java.util.Locale;

/** Which page a link opens. A token of one purpose opens nothing of the other. */
public enum LinkPurpose {
  /** The capture page: save a card. */
  SETUP,
  /** The recovery page: finish one payment. */
  PAY;

  /** As it is written in URLs and JSON. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
