package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * A wish to save a card now.
 *
 * @param byCustomer came from the customer's browser with a publishable key
 * @param inPage Stripe.js can show the challenge itself
 * @param paymentMethod the card to save; null for the one the intent has
 * @param withMandate the call carried the customer's agreement
 */
public record SetupConfirmation(
    boolean byCustomer,
    boolean inPage,
    @Nullable String returnUrl,
    @Nullable String paymentMethod,
    boolean withMandate) {

  /** The same wish for the card that the intent already has. */
  SetupConfirmation ofPresentMethod() {
    return new SetupConfirmation(byCustomer, inPage, returnUrl, null, withMandate);
  }
}
