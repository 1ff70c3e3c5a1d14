package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PushSubscription;
import dev.offsession.collector.customers.domain.Reach;
import reactor.core.publisher.Mono;

/** Where the customer's wishes about messages are kept: with the customer. All safe to repeat. */
public interface ReachStore {
  /** No customer has more browsers; the oldest gives way. */
  int SUBSCRIPTIONS_MAX = 10;

  /** The wishes; empty when the customer is unknown or erased. */
  Mono<Reach> reach(CustomerReference customer);

  /** Mutes reminders, or wants them again. */
  Mono<Void> muteReminders(CustomerReference customer, boolean muted);

  /** Keeps a browser's subscription; the same browser replaces its earlier one. */
  Mono<Void> subscribe(CustomerReference customer, PushSubscription subscription);

  /** Forgets one subscription; one that is gone is fine. */
  Mono<Void> unsubscribe(CustomerReference customer, String subscriptionId);

  /** Forgets all subscriptions. */
  Mono<Void> unsubscribeAll(CustomerReference customer);
}
