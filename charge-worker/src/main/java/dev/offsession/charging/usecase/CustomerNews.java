package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import java.time.InstantSource;

/** What payment-collector tells of customers: kept, and charges that may wait for it are woken. */
public final class CustomerNews {
  private final CustomerDirectory customers;
  private final ChargeStore store;
  private final WorkWindow window;
  private final InstantSource clock;

  public CustomerNews(
      CustomerDirectory customers, ChargeStore store, WorkWindow window, InstantSource clock) {
    this.customers = customers;
    this.store = store;
    this.window = window;
    this.clock = clock;
  }

  /**
   * The customer's methods changed. First kept, then woken: a charge that starts to wait in between
   * asks again by itself.
   */
  public void changed(Customer customer) {
    customers.keep(customer);
    store.wakeWaiting(customer.reference(), clock.instant()).forEach(window::workIfDue);
  }

  /** The customer was erased. */
  public void erased(CustomerReference reference) {
    customers.forget(reference);
  }
}
