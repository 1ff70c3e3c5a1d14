package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.TestCard;

/**
 * What remains of a card after it was entered: never the number, never the CVC.
 *
 * @param behaviour the row of the card table that answers for the bank
 * @param cvcCheck {@code pass}, {@code fail} or {@code unchecked}
 */
public record Card(
    TestCard behaviour,
    String last4,
    int expMonth,
    int expYear,
    String fingerprint,
    String cvcCheck) {

  /** The network, in Stripe's spelling. */
  public String brand() {
    return behaviour.brand().stripeName();
  }
}
