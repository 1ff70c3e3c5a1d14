package dev.offsession.charging.domain;

/** Refuses nonsense where it appears, before any money can move on it. */
final class Require {
  private Require() {}

  /** Throws an {@link IllegalArgumentException} with the sentence unless the fact holds. */
  static void that(boolean fact, String sentence) {
    if (!fact) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
