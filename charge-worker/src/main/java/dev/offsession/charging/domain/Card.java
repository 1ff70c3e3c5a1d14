package dev.offsession.charging.domain;

import java.util.Optional;

/** A saved payment method, in the parts that may be shown. */
public record Card(PaymentMethodId id, Optional<String> brand, Optional<String> last4) {

  /** A method of which only the id is known. */
  public static Card of(PaymentMethodId id) {
    return new Card(id, Optional.empty(), Optional.empty());
  }

  /** This method with what is already known of the same one; a sight may carry the id alone. */
  Card orAsKnown(Optional<Card> known) {
    return known
        .filter(card -> card.id().equals(id))
        .map(card -> new Card(id, brand.or(card::brand), last4.or(card::last4)))
        .orElse(this);
  }
}
