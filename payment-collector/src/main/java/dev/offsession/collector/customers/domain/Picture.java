package dev.offsession.collector.customers.domain;

import java.time.Instant;

/** The whole of one customer's saved methods, as told to the other services. */
public sealed interface Picture {
  /** Whose picture it is. */
  CustomerReference reference();

  /** Rises with each change; an older picture never replaces a newer one. */
  long version();

  /** What is saved now. */
  record Methods(
      CustomerReference reference,
      StripeCustomerId stripeId,
      SavedMethods methods,
      long version,
      Instant changedAt)
      implements Picture {}

  /** The customer was erased; readers forget them. */
  record Erased(CustomerReference reference, long version) implements Picture {}
}
