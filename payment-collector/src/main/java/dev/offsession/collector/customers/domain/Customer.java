package dev.offsession.collector.customers.domain;

import org.jspecify.annotations.Nullable;

/**
 * A customer as stored.
 *
 * @param stripeId the one Stripe customer behind the reference, once there is one; written once
 * @param generation how often this reference was erased and taken into use again
 * @param methodsVersion rises with each change of the methods, through all generations
 */
public record Customer(
    CustomerReference reference,
    Contact contact,
    @Nullable StripeCustomerId stripeId,
    int generation,
    SavedMethods methods,
    long methodsVersion) {

  /** The same customer linked to its Stripe customer. */
  public Customer linkedTo(StripeCustomerId id) {
    return new Customer(reference, contact, id, generation, methods, methodsVersion);
  }
}
