package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/** Who pays. */
public final class Customers {
  private final World world;

  Customers(World world) {
    this.world = world;
  }

  /** A new customer. */
  public Customer create(Customer.Change change, Cause cause) {
    return create(world.ids().next("cus_"), change, cause);
  }

  /** A new customer with an id of the caller's choice, for fixtures. */
  public Customer create(String id, Customer.Change change, Cause cause) {
    Customer customer = new Customer(id, world.now(), Customer.Profile.EMPTY.with(change), false);
    checkDefault(customer);
    shelf().put(customer);
    world.journal().record("customer.created", customer, cause);
    return customer;
  }

  /** Changes what is known about a customer. */
  public Customer update(String id, Customer.Change change, Cause cause) {
    Customer before = live(id);
    Customer after = before.with(before.profile().with(change));
    checkDefault(after);
    shelf().put(after);
    world.journal().recordChange("customer.updated", before, after, cause);
    return after;
  }

  /** Deletes a customer and lets go of its cards. */
  public Customer delete(String id, Cause cause) {
    Customer customer = live(id);
    world.store().paymentMethods().newestFirst().stream()
        .filter(method -> id.equals(method.customer()))
        .forEach(method ->
            world.store().paymentMethods().put(method.with(new PaymentMethod.Use.Spent())));
    world.journal().record("customer.deleted", customer, cause);
    return shelf().put(customer.asDeleted());
  }

  /** The customer, which may have been deleted. */
  public Customer get(String id) {
    return shelf().find(id).orElseThrow(() -> Refusal.notFound("customer", "id", id));
  }

  /** The customer, refused with 404 when deleted. */
  public Customer live(String id) {
    return shelf()
        .find(id)
        .filter(customer -> !customer.deleted())
        .orElseThrow(() -> Refusal.notFound("customer", "id", id));
  }

  private void checkDefault(Customer customer) {
    @Nullable String method = customer.profile().defaultPaymentMethod();
    if (method == null) {
      return;
    }
    String param = "invoice_settings[default_payment_method]";
    PaymentMethod card =
        world
            .store()
            .paymentMethods()
            .find(method)
            .orElseThrow(() -> Refusal.unknownReference("PaymentMethod", param, method));
    if (!customer.id().equals(card.customer())) {
      throw Refusal.invalid(
          param,
          "The customer does not have a payment method with the ID %s. The payment method must be"
                  .formatted(method)
              + " attached to the customer.");
    }
  }

  private Shelf<Customer> shelf() {
    return world.store().customers();
  }
}
