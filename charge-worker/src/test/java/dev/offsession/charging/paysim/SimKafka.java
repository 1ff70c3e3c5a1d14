package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Customer;
import java.util.List;

/** The topics that charge-worker reads. */
final class SimKafka {
  /** A wish to cancel, as it lies in the topic. */
  record Cancellation(ChargeRequestId request, String reason) {}

  private final SimTopic<ChargeRequest> requests;
  private final SimTopic<Cancellation> cancellations;
  private final SimTopic<Webhooks.Event> stripeEvents;
  private final SimTopic<Customer> customers;

  SimKafka(Checks checks) {
    requests = new SimTopic<>("charge-requested", 3, checks::requestCommitted);
    cancellations =
        new SimTopic<>("charge-cancellation-requested", 2, checks::cancellationCommitted);
    stripeEvents = new SimTopic<>("stripe-events", 3, checks::eventCommitted);
    customers = new SimTopic<>("payment-method-events", 2, checks::customerCommitted);
  }

  SimTopic<ChargeRequest> requests() {
    return requests;
  }

  SimTopic<Cancellation> cancellations() {
    return cancellations;
  }

  SimTopic<Webhooks.Event> stripeEvents() {
    return stripeEvents;
  }

  SimTopic<Customer> customers() {
    return customers;
  }

  /** Shares everything out among the processes that are there. */
  void rebalance(List<Worker> members, Dice dice) {
    int turn = dice.below(12);
    for (SimTopic<?> topic : List.of(requests, cancellations, stripeEvents, customers)) {
      topic.rebalance(members, turn);
    }
  }

  boolean isDone() {
    return requests.isDone()
        && cancellations.isDone()
        && stripeEvents.isDone()
        && customers.isDone();
  }
}
