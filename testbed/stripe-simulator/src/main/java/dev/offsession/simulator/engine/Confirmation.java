package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * A wish to go through with a payment now.
 *
 * @param byCustomer came from the customer's browser with a publishable key
 * @param offSession the customer is absent
 * @param errorOnRequiresAction fail at once if the bank wants the customer
 * @param inPage Stripe.js can show the challenge itself
 * @param paymentMethod the card to use; null for the one the intent has
 */
public record Confirmation(
    boolean byCustomer,
    boolean offSession,
    boolean errorOnRequiresAction,
    boolean inPage,
    @Nullable String returnUrl,
    @Nullable String paymentMethod,
    PaymentTerms.Change terms) {

  /** The same wish for the card that the intent already has. */
  Confirmation ofPresentMethod() {
    return new Confirmation(
        byCustomer, offSession, errorOnRequiresAction, inPage, returnUrl, null, terms);
  }
}
