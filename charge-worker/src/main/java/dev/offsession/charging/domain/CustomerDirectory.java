package dev.offsession.charging.domain;

import java.util.Optional;

/** The customers and their saved methods, as payment-collector last told us. */
public interface CustomerDirectory {
  /** One customer. */
  Optional<Customer> find(CustomerReference reference);

  /** Keeps a picture unless a newer one is there; durable on return. Noted refusals stay. */
  void keep(Customer customer);

  /**
   * Notes that a bank refused one of the customer's methods; durable on return. Noting the same
   * attempt again, or one of a customer who is not known, changes nothing.
   */
  void noteRefusal(CustomerReference reference, CardRefusal refusal);

  /** Forgets an erased customer. */
  void forget(CustomerReference reference);
}
