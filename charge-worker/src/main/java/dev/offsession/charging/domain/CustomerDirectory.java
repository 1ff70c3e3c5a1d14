package dev.offsession.charging.domain;

import java.util.Optional;

/** The customers and their saved methods, as payment-collector last told us. */
public interface CustomerDirectory {
  /** One customer. */
  Optional<Customer> find(CustomerReference reference);

  /** Keeps a picture unless a newer one is there; durable on return. */
  void keep(Customer customer);

  /** Forgets an erased customer. */
  void forget(CustomerReference reference);
}
