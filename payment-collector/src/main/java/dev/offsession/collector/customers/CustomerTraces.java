package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.CustomerReference;
import reactor.core.publisher.Mono;

/** What the other features keep of a customer. */
public interface CustomerTraces {
  /** Makes all of it useless. Safe to repeat. */
  Mono<Void> erase(CustomerReference customer);
}
