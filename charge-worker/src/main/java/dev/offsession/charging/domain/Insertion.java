package dev.offsession.charging.domain;

/** What became of storing one new charge. */
public sealed interface Insertion {
  /** Stored by a majority, and held by us. */
  record Inserted(HeldCharge held) implements Insertion {}

  /** There is a charge with this id already. */
  record Known(Fingerprint first) implements Insertion {}

  /** A cancellation came before the request, and waits for it. */
  record CanceledAhead(String reason) implements Insertion {}
}
