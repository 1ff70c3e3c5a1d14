package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedMethods;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps customers, and keeps their saved methods equal to what Stripe says. */
public final class CustomerService {
  /** How often a change of the methods is tried again when another change came first. */
  private static final int CONFLICTS_MAX = 10;

  private final CustomerStore store;
  private final StripeCustomers stripe;
  private final PictureRelay relay;
  private final CustomerTraces traces;
  private final Clock clock;

  public CustomerService(
      CustomerStore store,
      StripeCustomers stripe,
      PictureRelay relay,
      CustomerTraces traces,
      Clock clock) {
    this.store = store;
    this.stripe = stripe;
    this.relay = relay;
    this.traces = traces;
    this.clock = clock;
  }

  /** Creates or updates a customer; afterwards it has its one Stripe customer. */
  public Mono<Customer> put(CustomerReference reference, Contact contact) {
    return store
        .put(reference, contact, clock.instant())
        .flatMap(this::linked)
        .flatMap(customer -> stripe.describe(stripeId(customer), contact).thenReturn(customer));
  }

  /** The customer, linked to Stripe; empty when unknown. */
  public Mono<Customer> find(CustomerReference reference) {
    return store.find(reference).flatMap(this::linked);
  }

  /** Makes a saved method the default; empty when the customer has no such method. */
  public Mono<SavedMethods> chooseDefault(Customer customer, PaymentMethodId id) {
    return refreshed(customer)
        .flatMap(current ->
            Mono.justOrEmpty(current.methods().withDefault(id, clock.instant()))
                .flatMap(methods -> replace(current, methods)))
        .retryWhen(conflicts());
  }

  /** Detaches a saved method; empty when the customer has no such method. */
  public Mono<SavedMethods> remove(Customer customer, PaymentMethodId id) {
    return refreshed(customer)
        .retryWhen(conflicts())
        .filter(current -> current.methods().find(id).isPresent())
        .flatMap(current ->
            stripe
                .detach(id)
                .then(refreshed(current).retryWhen(conflicts()).map(Customer::methods)));
  }

  /** Forgets a customer, here and at Stripe; false when unknown. */
  public Mono<Boolean> erase(CustomerReference reference) {
    return store
        .erase(reference, clock.instant())
        .flatMap(known -> known ? forgotten(reference).thenReturn(true) : Mono.just(false));
  }

  /**
   * Reads the saved methods from Stripe again, because something changed there. Redelivery and any
   * order of calls lead to the same end.
   *
   * @param savedNow the method the customer just saved, or null
   */
  public Mono<Void> refresh(StripeCustomerId id, @Nullable PaymentMethodId savedNow) {
    return store
        .findByStripeId(id)
        .flatMap(customer -> synced(customer, savedNow))
        .retryWhen(conflicts())
        .then();
  }

  private Mono<Void> forgotten(CustomerReference reference) {
    return traces.erase(reference).then(relay.tellSoon(reference));
  }

  private Mono<Customer> refreshed(Customer customer) {
    return store.find(customer.reference()).flatMap(current -> synced(current, null));
  }

  /** The customer was read before Stripe is, so a list that is out of date loses the write. */
  private Mono<Customer> synced(Customer customer, @Nullable PaymentMethodId savedNow) {
    return stripe
        .cards(stripeId(customer))
        .map(customer.methods()::listedAs)
        .map(methods -> savedNow == null ? methods : methods.savedByCustomer(savedNow))
        .flatMap(methods ->
            methods.equals(customer.methods())
                ? Mono.just(customer)
                : replace(customer, methods)
                    .then(Mono.defer(() -> store.find(customer.reference()))));
  }

  private Mono<SavedMethods> replace(Customer customer, SavedMethods methods) {
    return store
        .replaceMethods(customer, methods, clock.instant())
        .flatMap(stored ->
            stored
                ? relay.tellSoon(customer.reference()).thenReturn(methods)
                : Mono.error(new Conflict()));
  }

  private Mono<Customer> linked(Customer customer) {
    if (customer.stripeId() != null) {
      return Mono.just(customer);
    }
    return stripe
        .create(customer.reference(), customer.generation())
        .flatMap(id -> store.link(customer, id, clock.instant()))
        .flatMap(stored -> relay.tellSoon(stored.reference()).thenReturn(stored));
  }

  private static StripeCustomerId stripeId(Customer customer) {
    if (customer.stripeId() == null) {
      throw new IllegalStateException("customer " + customer.reference() + " is not linked");
    }
    return customer.stripeId();
  }

  private static Retry conflicts() {
    return Retry.max(CONFLICTS_MAX).filter(Conflict.class::isInstance);
  }

  /** Another change of the same customer was stored first. */
  private static final class Conflict extends RuntimeException {}
}
