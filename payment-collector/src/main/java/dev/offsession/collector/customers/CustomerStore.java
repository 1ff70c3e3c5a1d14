package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.SavedMethods;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Where customers are kept, one document each. Every change of the saved methods also marks the
 * document as having something to tell, in the same write.
 */
public interface CustomerStore {
  /** The customer, or empty when unknown or erased. */
  Mono<Customer> find(CustomerReference reference);

  /** The customer behind a Stripe customer, or empty when it is not ours. */
  Mono<Customer> findByStripeId(StripeCustomerId id);

  /**
   * Creates the customer or changes the contact. Safe to call twice, and from two places at once.
   * Fails with {@link ErasureInProgress} while an earlier customer of that reference is being
   * erased.
   */
  Mono<Customer> put(CustomerReference reference, Contact contact, Instant now);

  /** Links the Stripe customer unless one is linked; returns the customer as it then stands. */
  Mono<Customer> link(Customer customer, StripeCustomerId id, Instant now);

  /** Stores the methods if the version is still the expected one; false when it is not. */
  Mono<Boolean> replaceMethods(Customer expected, SavedMethods methods, Instant now);

  /** Drops all personal data and marks the customer for deletion at Stripe; false when unknown. */
  Mono<Boolean> erase(CustomerReference reference, Instant now);

  /** An earlier customer of this reference is still being erased; try again in a moment. */
  final class ErasureInProgress extends RuntimeException {
    /** Names the reference. */
    public ErasureInProgress(CustomerReference reference) {
      super("customer " + reference + " is being erased");
    }
  }
}
