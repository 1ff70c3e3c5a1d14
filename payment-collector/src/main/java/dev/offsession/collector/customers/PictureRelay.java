package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.CustomerReference;
import reactor.core.publisher.Mono;

/** Tells the other services what a customer has saved. */
public interface PictureRelay {
  /**
   * Publishes now what the customer's document has to tell. Never fails: what cannot be told now
   * stays due and is told by the due loop.
   */
  Mono<Void> tellSoon(CustomerReference reference);
}
