package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Customers and their saved cards at Stripe. All calls may fail with a Stripe call failure. */
public interface StripeCustomers {
  /**
   * Creates the Stripe customer of a reference. Calling again, or from two places at once, gives
   * the same one: the idempotency key and all parameters come from the arguments alone.
   */
  Mono<StripeCustomerId> create(CustomerReference reference, int generation);

  /** Tells Stripe the customer's address, name and language. */
  Mono<Void> describe(StripeCustomerId id, Contact contact);

  /** The saved cards, newest first; none when Stripe deleted the customer. */
  Mono<List<SavedCard>> cards(StripeCustomerId id);

  /** Detaches a saved card for good; one that is already detached is fine. */
  Mono<Void> detach(PaymentMethodId id);

  /** Deletes the customer; one that is already deleted is fine. */
  Mono<Void> delete(StripeCustomerId id);
}
