package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Consent;
import dev.offsession.collector.customers.domain.CustomerReference;
import reactor.core.publisher.Mono;

/** Where the customer's agreement to later charges is kept: with the customer. */
public interface ConsentStore {
  /** Keeps the evidence; once per intent, the first word counts. */
  Mono<Void> keep(CustomerReference customer, Consent consent);
}
